/**
 * Builds `dist/`: the command (`cli.js`), the typed API (`index.js`), what rules and their tests import (`rules.js`,
 * `testing.js`), shared and lazily loaded chunks, and types.
 *
 *   node scripts/build.mjs              everything
 *   node scripts/build.mjs --no-types   JavaScript only
 *   node scripts/build.mjs --unbundled  packages stay imports (to measure what bundling saves)
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import {
  ariaAsData,
  packagesLoadedLater,
  yamlWithoutPrograms,
  yargsWithoutManifest,
} from "./bundle-plugins.mjs";
import { thirdPartyLicences } from "./licences.mjs";
import { keepPublicTypes, publicEntries } from "./public-types.mjs";

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

const LATER = "later.cjs";
const later = packagesLoadedLater(LATER);

/** Stands for the name of the build until everything is built. */
const BUILD = "copydesk-build-name";

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  // jsonc-parser's `main` is UMD, which cannot be bundled.
  mainFields: ["module", "main"],
  external: EXTERNAL,
  legalComments: "none",
  // A start reads four megabytes otherwise; names stay, for the stacks of crashes.
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  logLevel: "warning",
  define: { COPYDESK_BUILD: JSON.stringify(BUILD) },
  write: false,
};

/** Builds the entries in memory: a failed build leaves the last good one in place. */
async function bundles() {
  const main = await build({
    ...common,
    entryPoints: {
      cli: "src/cli/main.ts",
      "check-worker": "src/run/threads/worker.ts",
      "formatter-worker": "src/cli/formatters/formatter-worker.ts",
      ...(await publicEntries(root)),
    },
    outdir: dist,
    splitting: true,
    format: "esm",
    // yargs' own takes a tenth of a start to load its emoji table.
    alias: { "string-width": "fast-string-width" },
    ...(flags.unbundled
      ? { packages: "external" }
      : {
          banner: { js: REQUIRE },
          plugins: [ariaAsData, yamlWithoutPrograms, yargsWithoutManifest, later.plugin],
        }),
  });
  if (flags.unbundled) return [main];
  const stdin = { contents: later.code(), resolveDir: root };
  return [main, await build({ ...common, stdin, outfile: path.join(dist, LATER), format: "cjs" })];
}

/** Two builds have one name only if they hold the same. */
function buildName(files) {
  const hash = createHash("sha256");
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of sorted) hash.update(`${path.basename(file.path)}\n`).update(file.contents);
  return hash.digest("hex").slice(0, 12);
}

/**
 * The same code in ASCII: V8 reads it in two thirds of the time. esbuild leaves patterns as they are, literal or `String.raw`; in
 * both an escape means the character.
 */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const built = await bundles().catch(() => process.exit(1));
const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const licences = await thirdPartyLicences(root, inputs);
await mkdir(dist, { recursive: true });
for (const name of await readdir(dist)) {
  if (!flags["no-types"] || name !== "types")
    await rm(path.join(dist, name), { recursive: true, force: true });
}
const files = built.flatMap(({ outputFiles }) => outputFiles);
const name = buildName(files);
await Promise.all(
  files.map((file) => writeFile(file.path, inAscii(file.text).replaceAll(BUILD, name))),
);
await writeFile(path.join(dist, "THIRD-PARTY-LICENSES.txt"), licences);

if (!flags["no-types"]) {
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "-p", path.join(root, "tsconfig.build.json")];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
  if (status === 0) await keepPublicTypes(root);
}
