import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { reportSchema } from "../../src/report/model.js";
import { temporaryCopy } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

/**
 * One folder a scenario: `scenario.json`, the `project` it runs in (a name that begins with `dot-` begins with
 * a dot there), and `stdout.txt` or `stderr.txt` for what is to be compared verbatim. `UPDATE_SCENARIOS=1`
 * rewrites these two; read what it wrote.
 */
const scenarioSchema = z.strictObject({
  /** What the scenario shows. */
  shows: z.string(),
  arguments: z.array(z.string()),
  /** Folder of the project to run in. */
  folder: z.string().default("."),
  stdin: z.string().optional(),
  exitCode: z.int(),
  /** Articles that must be checked, as the JSON report names them. */
  files: z.array(z.string()).optional(),
});

const FOLDER = new URL("../../fixtures/scenarios/", import.meta.url).pathname;

describe.each(readdirSync(FOLDER))("scenario %s", (name) => {
  const folder = join(FOLDER, name);
  const scenario = scenarioSchema.parse(
    JSON.parse(readFileSync(join(folder, "scenario.json"), "utf8")),
  );

  it(scenario.shows, async () => {
    const project = temporaryCopy(join(folder, "project"));
    const cwd = join(project, scenario.folder);
    const json = scenario.files === undefined ? [] : ["--format", "json"];
    const ran = await runIn(cwd, [...scenario.arguments, ...json], { stdin: scenario.stdin ?? "" });
    expect(ran.code, ran.stderr).toBe(scenario.exitCode);
    for (const stream of ["stdout", "stderr"] as const) {
      const file = join(folder, `${stream}.txt`);
      if (!existsSync(file)) continue;
      const text = ran[stream].replaceAll(project, "<project>");
      if (process.env.UPDATE_SCENARIOS === "1") writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, "utf8"));
    }
    if (scenario.files !== undefined) {
      const report = reportSchema.parse(JSON.parse(ran.stdout));
      expect(report.files.map(({ path }) => path)).toEqual(scenario.files);
    }
  });
});
