/**
 * Builds `dist/`: the command (`cli.js`), the typed API (`index.js`), what rules and their tests import (`rules.js`,
 * `testing.js`), shared and lazily loaded chunks, and types.
 *
 *   node scripts/build.mjs              everything
 *   node scripts/build.mjs --no-types   JavaScript only
 *   node scripts/build.mjs --unbundled  packages stay imports (to measure what bundling saves)
 */
import { spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { ariaAsData, matterWithoutYaml } from "./bundle-plugins.mjs";
import { thirdPartyLicences } from "./licences.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dist = path.join(root, "dist");
const { values: flags } = parseArgs({
  options: { "no-types": { type: "boolean" }, unbundled: { type: "boolean" } },
});

// satteri is a native module; jiti compiles TypeScript configs and finds its own files beside itself.
const EXTERNAL = ["satteri", "jiti"];

// Bundled CommonJS packages call `require` for node's own modules; an ES module has none.
const REQUIRE = [
  'import { createRequire as __createRequire } from "node:module";',
  "const require = __createRequire(import.meta.url);",
].join("\n");

// Built in memory first: a failed build leaves the last good one in place.
const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    index: "src/index.ts",
    rules: "src/rules.ts",
    testing: "src/testing.ts",
    cli: "src/cli/main.ts",
  },
  outdir: dist,
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // jsonc-parser's `main` is UMD, which cannot be bundled.
  mainFields: ["module", "main"],
  external: EXTERNAL,
  // yargs' own takes a tenth of a start to load its emoji table.
  alias: { "string-width": "fast-string-width" },
  ...(flags.unbundled
    ? { packages: "external" }
    : { banner: { js: REQUIRE }, plugins: [ariaAsData, matterWithoutYaml] }),
  legalComments: "none",
  // A start reads four megabytes otherwise; names stay, for the stacks of crashes.
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  logLevel: "warning",
  write: false,
}).catch(() => process.exit(1));

const licences = await thirdPartyLicences(root, Object.keys(metafile.inputs));
await rm(flags["no-types"] ? path.join(dist, "chunks") : dist, { recursive: true, force: true });
await mkdir(path.join(dist, "chunks"), { recursive: true });
await Promise.all(outputFiles.map((file) => writeFile(file.path, file.contents)));
await writeFile(path.join(dist, "THIRD-PARTY-LICENSES.txt"), licences);

if (!flags["no-types"]) {
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(
    process.execPath,
    [tsc, "-p", path.join(root, "tsconfig.build.json")],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  process.exitCode = status ?? 1;
}
