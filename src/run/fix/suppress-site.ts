import { resolve } from "node:path";
import { indexLines } from "../../article/lines.js";
import { suppressArticle } from "../../fix/suppress-article.js";
import type { Finding } from "../../rule/index.js";
import { CHANGED_MEANWHILE } from "./exact-text.js";
import type { ChangedArticle, FixableRun, FixedSite, FixSiteOptions } from "./fix-site.js";

export interface SuppressSiteOptions<Run extends FixableRun>
  extends Pick<FixSiteOptions<Run>, "textOf" | "again"> {
  /** Whether a finding is to be silenced. */
  isMeant(finding: Finding): boolean;
  readonly reason: string;
}

/** Writes directives for the findings of a run, without writing files. What could not be silenced is `overlapping`. */
export async function suppressSite<Run extends FixableRun>(
  first: Run,
  { textOf, again, isMeant, reason }: SuppressSiteOptions<Run>,
): Promise<FixedSite<Run>> {
  const changed: ChangedArticle[] = [];
  const refused = new Map<string, string>();
  const silenced: Finding[] = [];
  const left: Finding[] = [];
  for (const [path, found] of first.found) {
    const findings = found.filter(isMeant);
    if (findings.length === 0) continue;
    const read = textOf(path);
    if ("refused" in read) refused.set(path, read.refused);
    else if (indexLines(read.text).starts.join() !== first.factsOf(path)?.lineStarts.join())
      refused.set(path, CHANGED_MEANWHILE);
    else {
      const check = (text: string) => first.checkAgain(path, text);
      const done = suppressArticle(read.text, findings, { check, reason });
      for (const finding of done.silenced) silenced.push(finding);
      for (const finding of done.left) left.push(finding);
      if (done.text !== read.text) changed.push({ path, before: read.text, after: done.text });
    }
  }
  const texts = changed.map(({ path, after }) => [resolve(first.base, path), after] as const);
  const outcome = changed.length === 0 ? first : await again(new Map(texts));
  return {
    outcome,
    changed,
    fixed: silenced,
    takenBack: [],
    overlapping: left,
    refused,
    together: [],
    isImpossible: () => false,
  };
}
