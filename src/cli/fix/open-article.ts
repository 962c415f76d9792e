import type { Change } from "../../fix/change.js";
import { harmOf } from "../../fix/fix-article.js";
import { Pass } from "../../fix/pass.js";
import { suppressArticle } from "../../fix/suppress-article.js";
import { moved } from "../../fix/touched.js";
import type { SeenArticle } from "../../lint/index.js";
import type { Edit, Finding } from "../../rule/index.js";

/** A text that an article can become, or why it cannot. */
export type Attempt =
  | { readonly text: string; keep(): void }
  | { readonly text?: undefined; readonly problem: string };

/** An article while a person goes through its findings. */
export class OpenArticle {
  readonly #check: (source: string) => SeenArticle;
  #seen: SeenArticle;
  /** What only the whole site shows. */
  #ofSite: readonly Finding[];
  /** What the person has seen or does not want to see. */
  #passed: readonly Finding[];

  /**
   * @param found all that was found in it
   * @param hidden those of them that are not asked about
   */
  constructor(
    source: string,
    found: readonly Finding[],
    hidden: readonly Finding[],
    check: (source: string) => SeenArticle,
  ) {
    this.#check = check;
    this.#seen = check(source);
    this.#ofSite = [];
    this.#passed = [];
    this.renew(found, hidden);
  }

  /** Takes what the whole site shows of the text as it is now; what was passed stays so. */
  renew(found: readonly Finding[], hidden: readonly Finding[]): void {
    const own = new Set(this.#seen.findings.map(nameOf));
    this.#ofSite = found.filter((finding) => !own.has(nameOf(finding)));
    this.#passed = [...this.#passed, ...hidden];
  }

  get text(): string {
    return this.#seen.article.source;
  }

  /** What is found in the text as it is now and has not been passed, in order of place. */
  get findings(): readonly Finding[] {
    const passed = new Set(this.#passed.map(nameOf));
    return [...this.#seen.findings, ...this.#ofSite]
      .filter((finding) => !passed.has(nameOf(finding)))
      .sort((left, right) => left.range.start - right.range.start);
  }

  pass(finding: Finding): void {
    this.#passed = [...this.#passed, finding];
  }

  /** What edits would make of the text; nothing changes until that is kept. */
  fixed(finding: Finding, edits: readonly Edit[]): Attempt {
    const pass = new Pass(this.#seen, this.#check, harmOf(this.#seen, { keepsShape: false }));
    const change: Change = { finding, edits };
    pass.tryAll([change]);
    const [harm] = pass.takenBack;
    if (harm !== undefined) return { problem: harm.reason };
    return {
      text: pass.after.article.source,
      keep: () => this.#become(pass.after, edits, finding),
    };
  }

  /** What the text would be with a directive that silences a finding. */
  silenced(finding: Finding, reason: string): Attempt {
    const { text, left } = suppressArticle(this.text, [finding], { check: this.#check, reason });
    if (left.length > 0) return { problem: "there is no place for a directive" };
    return {
      text,
      keep: () => this.#become(this.#check(text), [editTo(this.text, text)], finding),
    };
  }

  #become(seen: SeenArticle, edits: readonly Edit[], done: Finding): void {
    this.#ofSite = this.#ofSite
      .filter((finding) => finding !== done)
      .flatMap((finding) => movedFinding(finding, edits) ?? []);
    this.#passed = this.#passed.flatMap((finding) => movedFinding(finding, edits) ?? []);
    this.#seen = seen;
  }
}

function nameOf({ rule, messageId, message, range }: Finding): string {
  return `${rule} ${messageId} ${range.start} ${range.end} ${message}`;
}

/** A finding where edits have moved it to; undefined where they change what it would change. */
function movedFinding(finding: Finding, edits: readonly Edit[]): Finding | undefined {
  const own = [...(finding.fix ?? []), ...finding.suggestions.flatMap((one) => one.edits)];
  const isCut = own.some((one) =>
    edits.some((edit) => edit.start < one.end && one.start < edit.end),
  );
  if (isCut) return undefined;
  const there = (list: readonly Edit[]): readonly Edit[] =>
    list.map((edit) => ({ ...moved(edit, edits), text: edit.text }));
  const suggestions = finding.suggestions.map((one) => ({ ...one, edits: there(one.edits) }));
  const fix = finding.fix === undefined ? undefined : there(finding.fix);
  return { ...finding, range: moved(finding.range, edits), fix, suggestions };
}

/** The one edit that makes of a text another one. */
function editTo(before: string, after: string): Edit {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
