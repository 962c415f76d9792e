import { basename } from "node:path";
import { printBaseline } from "../../baseline/entry.js";
import { plural } from "../../report/count.js";
import { entriesFor } from "../../run/read-baseline.js";
import type { Io } from "../io.js";
import { BASELINE_NAME, mergeLineOf } from "../merge-by-lines.js";
import { configValue, type NewConfig, typescriptConfig, yamlConfig } from "./config-text.js";
import type { Situation } from "./situation.js";
import { type Part, type Step, writing } from "./step.js";
import { entriesOf, type Survey, type SurveyOptions, siteLines, surveyOf } from "./survey.js";

/** What is done about the parts that were chosen, and what the others come to. */
export async function planOf(
  situation: Situation,
  parts: ReadonlySet<Part>,
  options: SurveyOptions,
): Promise<readonly Step[]> {
  const { survey, hook, ci, config } = situation;
  const isNew = config === undefined && parts.has("config");
  const settings = newConfigOf(situation, parts);
  // The baseline knows what the new config finds.
  const judged =
    isNew && settings.collections.length > 0
      ? await surveyOf(options, configValue(settings))
      : survey;
  return [
    ...configSteps(situation, parts, settings),
    ...baselineSteps(situation, parts, judged, options.io, isNew),
    ...(hook.kind !== "write" || parts.has("hook") ? [hook] : []),
    ...(ci.kind !== "write" || parts.has("ci") ? [ci] : []),
  ];
}

function newConfigOf(
  { survey, inferred, baseline }: Situation,
  parts: ReadonlySet<Part>,
): NewConfig {
  return {
    comment: siteLines(survey).join("; "),
    baseline: parts.has("baseline") || baseline.isThere ? BASELINE_NAME : undefined,
    collections: parts.has("schema") ? inferred.collections : [],
  };
}

function configSteps(
  { config, newConfig, inferred }: Situation,
  parts: ReadonlySet<Part>,
  settings: NewConfig,
): readonly Step[] {
  if (config !== undefined) {
    const there: Step = { kind: "there", file: config };
    return parts.has("schema")
      ? [
          there,
          {
            kind: "by hand",
            advice: `Add a schema to ${basename(config)}: copydesk infer --format yaml`,
          },
        ]
      : [there];
  }
  if (!parts.has("config")) return [];
  const text = newConfig.endsWith(".ts") ? typescriptConfig(settings) : yamlConfig(settings);
  const missing: Step = {
    kind: "left out",
    part: "schema",
    why: `only ${plural(inferred.observed.articles.length, "article has", "articles have")} front matter`,
  };
  const isLacking = parts.has("schema") && settings.collections.length === 0;
  const note = settings.collections.length === 0 ? "the settings" : "the settings, with a schema";
  return [writing(newConfig, undefined, text, note), ...(isLacking ? [missing] : [])];
}

function baselineSteps(
  { baseline, config }: Situation,
  parts: ReadonlySet<Part>,
  survey: Survey,
  io: Io,
  isNew: boolean,
): readonly Step[] {
  const { file } = baseline;
  const isNamed = baseline.isNamed || isNew;
  const naming: readonly Step[] = isNamed
    ? []
    : [
        {
          kind: "by hand",
          advice: `Write "baseline: ${basename(file)}" into ${config === undefined ? "a config" : basename(config)}`,
        },
      ];
  if (baseline.isThere) return [{ kind: "there", file }, ...naming];
  if (!parts.has("baseline")) return [];
  const entries = entriesOf(survey, io.now());
  if (entries.length === 0)
    return [{ kind: "left out", part: "baseline", why: "there are no findings" }];
  const text = printBaseline(entriesFor(file, survey.base, entries));
  return [
    writing(file, undefined, text, plural(entries.length, "known finding")),
    ...mergeSteps(file, survey.project.root),
    ...naming,
  ];
}

function mergeSteps(file: string, root: string): readonly Step[] {
  const merge = mergeLineOf(file, root);
  if (merge === undefined) return [];
  const { attributes, line, before, after } = merge;
  if (before === undefined) return [{ kind: "by hand", advice: `Add to .gitattributes: ${line}` }];
  return [
    writing(attributes, before === "" ? undefined : before, after, "has git merge baselines"),
  ];
}
