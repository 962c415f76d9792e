import manifest from "../../package.json" with { type: "json" };

/** The version of copydesk. */
export const version: string = manifest.version;
