import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const ENTRY = `
export { rules } from "./rules/index.ts";
export { rulesPage } from "./src/cli/rules-page.ts";
export { configSchema } from "./src/config/schema/schema.ts";
export { buildManifestSchema } from "./src/facts/build-manifest.ts";
export { reportJsonSchema } from "./src/report/json-schema.ts";
export { z } from "zod";
`;

/** Loads what the generator reads straight from the TypeScript sources; needs no build. */
export async function loadCode(root) {
  return await loadSources(root, ENTRY);
}

/**
 * Loads the exports of an entry written in TypeScript at the root of the project; needs no build.
 *
 * @param moduleUrl what `import.meta.url` is in the sources, for those that find files beside themselves
 */
export async function loadSources(root, entry, moduleUrl) {
  const folder = path.join(root, "node_modules", ".cache", "copydesk");
  await mkdir(folder, { recursive: true });
  // A process of its own name: two generators at once must not read each other's file.
  const file = path.join(folder, `generate-${process.pid}.mjs`);
  try {
    await build({
      absWorkingDir: root,
      define:
        moduleUrl === undefined ? {} : { "import.meta.url": JSON.stringify(String(moduleUrl)) },
      stdin: { contents: entry, resolveDir: root },
      outfile: file,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      packages: "external",
      logLevel: "warning",
    });
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file, { force: true });
  }
}
