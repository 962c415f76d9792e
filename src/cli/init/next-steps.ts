import { pathFrom } from "../../engine/paths.js";
import { repositoryAt } from "./repository.js";
import type { Situation } from "./situation.js";
import type { Step } from "./step.js";

/** What is left for a person to do, one thing a line. */
export function nextLines(
  steps: readonly Step[],
  { repository, folder, survey, config, newConfig }: Situation,
  isDryRun: boolean,
): readonly string[] {
  const written = steps.filter((step) => step.kind === "write");
  const byHand = steps.flatMap((step) => (step.kind === "by hand" ? [step.advice] : []));
  if (isDryRun) return [...byHand, "npx copydesk init --yes: writes this"];
  const names = written.map(({ file }) => pathFrom(folder, file));
  const isCode = (config ?? newConfig).endsWith(".ts");
  const own = folder === repository.root ? repository : repositoryAt(folder);
  // A folder without a package.json uses that of the repository.
  const tools = own.manifest === undefined ? repository : own;
  const needed = [
    ...(tools.manifest !== undefined || isCode ? ["copydesk"] : []),
    ...(isCode && written.some(({ text }) => text.includes('from "zod"')) ? ["zod"] : []),
  ].filter((name) => !tools.dependsOn(name));
  const hasBaseline = written.some(({ note }) => note?.includes("known finding"));
  const { errors } = survey.report.summary;
  // Elsewhere the config is one of many folders, which may name no baseline.
  const here = folder === repository.root ? "" : " in this folder";
  return [
    ...byHand,
    ...(needed.length === 0 ? [] : [`${tools.packageManager.add} ${needed.join(" ")}`]),
    ...(hasBaseline
      ? [`npx copydesk${here}: passes until there is something new`]
      : errors > 0 && written.length > 0
        ? [`npx copydesk${here}: shows what is found`]
        : []),
    ...(names.length === 0 ? [] : [`git add ${names.join(" ")} && git commit`]),
  ];
}
