import { pathFrom } from "../../engine/paths.js";
import type { Situation } from "./situation.js";
import type { Step } from "./step.js";

/** What is left for a person to do, one thing a line. */
export function nextLines(
  steps: readonly Step[],
  { repository, survey, config, newConfig }: Situation,
  isDryRun: boolean,
): readonly string[] {
  const written = steps.filter((step) => step.kind === "write");
  const byHand = steps.flatMap((step) => (step.kind === "by hand" ? [step.advice] : []));
  if (isDryRun) return [...byHand, "npx copydesk init --yes: writes this"];
  const names = written.map(({ file }) => pathFrom(repository.root, file));
  const isCode = (config ?? newConfig).endsWith(".ts");
  const needed = [
    ...(repository.manifest !== undefined || isCode ? ["copydesk"] : []),
    ...(isCode && written.some(({ text }) => text.includes('from "zod"')) ? ["zod"] : []),
  ].filter((name) => !repository.dependsOn(name));
  const hasBaseline = written.some(({ note }) => note?.includes("known finding"));
  const { errors } = survey.report.summary;
  return [
    ...byHand,
    ...(needed.length === 0 ? [] : [`${repository.packageManager.add} ${needed.join(" ")}`]),
    ...(hasBaseline
      ? ["npx copydesk: passes until there is something new"]
      : errors > 0 && written.length > 0
        ? ["npx copydesk: shows what is found"]
        : []),
    ...(names.length === 0 ? [] : [`git add ${names.join(" ")} && git commit`]),
  ];
}
