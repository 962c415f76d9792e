import manifest from "../../package.json" with { type: "json" };

/** Put in by the build: a hash of everything that is built. */
declare const COPYDESK_BUILD: string | undefined;

/** The version of copydesk. */
export const version: string = manifest.version;

/** Whether this is a build, and not the sources, which change without a name. */
export const isBuilt: boolean = typeof COPYDESK_BUILD === "string";

/** Tells builds of one version apart: what one found of an article, another need not find. */
export const build: string =
  typeof COPYDESK_BUILD === "string" ? `${version}+${COPYDESK_BUILD}` : version;
