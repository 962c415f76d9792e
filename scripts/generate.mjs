/**
 * Writes what follows from the code: `rules/index.ts`, `src/engines/index.ts`, `docs/rules.md`, `docs/schemas/*.schema.json`.
 *
 *   node scripts/generate.mjs              write everything
 *   node scripts/generate.mjs --registry   write the two index.ts only (needs file names, no code that runs)
 *   node scripts/generate.mjs --check      write nothing; fail when something is stale
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { enginesModule, listEngines, listRules, registryModule } from "./registry.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values: flags } = parseArgs({
  options: { check: { type: "boolean" }, registry: { type: "boolean" } },
});

const stale = [];

async function emit(file, text) {
  const target = path.join(root, file);
  const present = await readFile(target, "utf8").catch(() => undefined);
  if (present === text) return;
  if (flags.check) {
    stale.push(file);
    return;
  }
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  console.log(`wrote ${file}`);
}

await emit("rules/index.ts", registryModule(await listRules(root)));
await emit("src/engines/index.ts", enginesModule(await listEngines(root)));

if (!flags.registry) {
  const { loadCode } = await import("./load-code.mjs");
  const { buildManifestJsonSchema } = await import("./build-manifest-json-schema.mjs");
  const { configJsonSchema } = await import("./config-json-schema.mjs");
  const code = await loadCode(root);
  await emit("docs/rules.md", code.rulesPage(code.rules));
  await emit(
    "docs/schemas/report.schema.json",
    `${JSON.stringify(code.reportJsonSchema(), null, 2)}\n`,
  );
  await emit(
    "docs/schemas/build-manifest.schema.json",
    `${JSON.stringify(buildManifestJsonSchema(code), null, 2)}\n`,
  );
  await emit(
    "docs/schemas/config.schema.json",
    `${JSON.stringify(configJsonSchema(code), null, 2)}\n`,
  );
}

if (stale.length > 0) {
  console.error(`Stale: ${stale.join(", ")}. Run: node scripts/generate.mjs`);
  process.exitCode = 1;
}
