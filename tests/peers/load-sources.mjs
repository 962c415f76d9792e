import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Loads what an entry exports, straight from the TypeScript sources, so that what is compared is what stands there. */
export async function loadSources(entry) {
  const folder = path.join(root, "node_modules", ".cache", "copydesk");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `peers-${process.pid}.mjs`);
  try {
    await build({
      absWorkingDir: root,
      // The corpus is found from its own file, which a bundle leaves behind.
      define: {
        "import.meta.url": JSON.stringify(new URL("../corpus/corpus.ts", import.meta.url)),
      },
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
