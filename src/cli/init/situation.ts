import { dirname, join } from "node:path";
import { pathFrom } from "../../engine/paths.js";
import { isThere } from "../../files/look.js";
import { plural } from "../../report/count.js";
import { baselineOf } from "../../run/apply-baseline.js";
import { type InferredArticles, inferArticles } from "../infer/infer-articles.js";
import { BASELINE_NAME } from "../merge-by-lines.js";
import { ciStep } from "./ci-step.js";
import { CONFIG_NAMES } from "./config-text.js";
import { hookStep } from "./hook-step.js";
import { type Repository, repositoryAt } from "./repository.js";
import { scopeOf } from "./scope.js";
import type { Part, Step } from "./step.js";
import type { Survey } from "./survey.js";

/** Everything that decides what can be set up. */
export interface Situation {
  readonly survey: Survey;
  readonly repository: Repository;
  /** The folder that is set up, absolute: that of the repository, or one in it. */
  readonly folder: string;
  readonly inferred: InferredArticles;
  /** The config that is there; undefined where there is none. */
  readonly config: string | undefined;
  /** The config that would be written. */
  readonly newConfig: string;
  readonly baseline: {
    readonly file: string;
    readonly isThere: boolean;
    readonly isNamed: boolean;
  };
  readonly hook: Step;
  readonly ci: Step;
}

/** Looks at what is there beside the articles. */
export async function situationOf(survey: Survey, isTypescript: boolean): Promise<Situation> {
  const { project, discovery } = survey;
  const repository = repositoryAt(project.root);
  const folder = project.cwd;
  const config = (await project.configFor(folder)).file;
  const newConfig = join(folder, CONFIG_NAMES[isTypescript ? "typescript" : "yaml"]);
  const named = baselineOf(discovery, { baseline: undefined });
  const file = named ?? join(dirname(config ?? newConfig), BASELINE_NAME);
  const isCode = config === undefined ? isTypescript : /\.[mc]?[jt]s$/.test(config);
  const scope = scopeOf(config ?? newConfig, project.root);
  return {
    survey,
    repository,
    folder,
    inferred: inferArticles(discovery, project, folder),
    config,
    newConfig,
    baseline: { file, isThere: isThere(file), isNamed: named !== undefined },
    hook: hookStep(repository, scope),
    ci: ciStep(repository, scope, isCode),
  };
}

/** Something that a person can choose. */
export interface Offer {
  readonly part: Part;
  readonly label: string;
  readonly hint: string;
  /** Whether it is done where nobody is asked. */
  readonly isUsual: boolean;
}

/** What there is to choose: what is there already is not. */
export function offersOf({
  survey,
  folder,
  inferred,
  config,
  newConfig,
  baseline,
  hook,
  ci,
}: Situation): readonly Offer[] {
  const { summary } = survey.report;
  const found = summary.errors + summary.warnings + summary.infos;
  const nameOf = (file: string): string => pathFrom(folder, file);
  const isNew = config === undefined;
  const schemas = inferred.collections.length;
  return [
    ...(isNew
      ? [{ part: "config" as const, label: nameOf(newConfig), hint: "the settings", isUsual: true }]
      : []),
    ...(isNew && schemas > 0
      ? [
          {
            part: "schema" as const,
            label: "A schema for front matter in it",
            hint: `inferred from ${plural(inferred.observed.articles.length, "article")}; read it before you commit it`,
            isUsual: false,
          },
        ]
      : []),
    ...(found > 0 && !baseline.isThere
      ? [
          {
            part: "baseline" as const,
            label: nameOf(baseline.file),
            hint: "takes what is found now as known",
            isUsual: true,
          },
        ]
      : []),
    ...stepOffers("hook", hook, "checks what a commit changes", nameOf),
    ...stepOffers("ci", ci, "checks in continuous integration", nameOf),
  ];
}

function stepOffers(
  part: Part,
  step: Step,
  hint: string,
  nameOf: (file: string) => string,
): readonly Offer[] {
  return step.kind === "write" ? [{ part, label: nameOf(step.file), hint, isUsual: true }] : [];
}
