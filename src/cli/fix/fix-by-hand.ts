import { join, resolve } from "node:path";
import { pathFrom } from "../../engine/paths.js";
import { filesIn } from "../../files/file-system.js";
import { realPath } from "../../files/look.js";
import { plural } from "../../report/count.js";
import { fixSummary } from "../../report/fix-summary.js";
import { formatFinding } from "../../report/human/one-finding.js";
import { neutralise } from "../../report/text/neutralise.js";
import type { Finding } from "../../rule/index.js";
import { choiceOf, meantRules } from "../../run/fix/chosen-fixes.js";
import { exactText } from "../../run/fix/exact-text.js";
import { newOnSite } from "../../run/fix/new-on-site.js";
import { writeArticles } from "../../run/fix/write-articles.js";
import type { RunOutcome } from "../../run/outcome.js";
import type { CheckArguments, CheckedArticles } from "../check-articles.js";
import { ExitCode } from "../exit-code.js";
import { type Io, useColor, widthOf } from "../io.js";
import { type Prompts, promptsOf } from "../prompts.js";
import { leftOf, silenceable } from "./choice.js";
import { type FixArguments, reasonProblem } from "./fix-arguments.js";
import type { Fixed } from "./fix-checked.js";
import { type Attempt, OpenArticle } from "./open-article.js";
import { smallDiff } from "./small-diff.js";

/**
 * Goes through the findings with the person at the terminal. What is decided is written at once, so that it is kept
 * whenever the person stops.
 *
 * @throws {UsageError} where there is no terminal, and for a rule that does not exist
 */
export async function fixByHand(
  checked: CheckedArticles,
  fix: FixArguments,
  args: CheckArguments,
  io: Io,
): Promise<Fixed> {
  const { outcome: first } = checked;
  const desk = new Desk(checked, promptsOf(io, args), {
    isAskedIn: (outcome) => silenceable(outcome, meantRules(fix, outcome), args.quiet),
    color: useColor(args.color, io.env, io.stdout),
    io,
  });
  for (const path of first.found.keys()) if (!(await desk.goThrough(path))) break;
  const { fixed, silenced, refused, written, outcome } = desk;
  const editsFor = choiceOf(fix, meantRules(fix, outcome));
  io.stderr.write(
    fixSummary({
      files: written.size,
      fixed,
      takenBack: [],
      overlapping: [],
      refused,
      isDryRun: false,
      isSilencing: false,
      left: leftOf(outcome, fix, { editsFor, refused, isImpossible: () => false }),
      pathOf: (path) => desk.pathOf(path),
    }),
  );
  if (silenced.length > 0)
    io.stderr.write(`Silenced ${plural(silenced.length, "finding")} by directives.\n`);
  const isReported = !fix.only;
  const exitCode = refused.size > 0 ? ExitCode.internal : isReported ? undefined : ExitCode.clean;
  return { outcome, exitCode, isReported };
}

interface Asking {
  /** Whether the person is asked about a finding of a run. */
  readonly isAskedIn: (outcome: RunOutcome) => (finding: Finding) => boolean;
  readonly color: boolean;
  readonly io: Io;
}

class Desk {
  readonly fixed: Finding[] = [];
  readonly silenced: Finding[] = [];
  readonly refused = new Map<string, string>();
  /** Paths of the articles that are written. */
  readonly written = new Set<string>();
  readonly #checked: CheckedArticles;
  readonly #prompts: Prompts;
  readonly #asking: Asking;
  readonly #open = new Map<string, OpenArticle>();
  readonly #skippedRules = new Set<string>();
  #outcome: RunOutcome;
  #isAsked: (finding: Finding) => boolean;

  constructor(checked: CheckedArticles, prompts: Prompts, asking: Asking) {
    this.#checked = checked;
    this.#outcome = checked.outcome;
    this.#isAsked = asking.isAskedIn(checked.outcome);
    this.#prompts = prompts;
    this.#asking = asking;
  }

  /** What is found now that everything is written which was decided. */
  get outcome(): RunOutcome {
    return this.#outcome;
  }

  /** The path as it is shown. */
  pathOf(path: string): string {
    return pathFrom(realPath(this.#asking.io.cwd), join(this.#checked.outcome.base, path));
  }

  /** Asks about each finding of an article. False when the person stops. */
  async goThrough(path: string): Promise<boolean> {
    if (!this.#outcome.found.get(path)?.some(this.#isAsked)) return true;
    for (;;) {
      // It is closed once it cannot be written.
      const article = this.#article(path);
      const finding = article?.findings.find(({ rule }) => !this.#skippedRules.has(rule));
      if (article === undefined || finding === undefined) return true;
      if (!(await this.#ask(article, finding))) return false;
    }
  }

  async #ask(article: OpenArticle, finding: Finding): Promise<boolean> {
    const { io } = this.#asking;
    const offers = offersOf(finding).map((offer) => ({
      ...offer,
      attempt: article.fixed(finding, offer.edits),
    }));
    this.#show(article, finding, offers);
    const answer = await this.#prompts.choose("What is to be done?", [
      ...offers.flatMap(({ label, attempt }, index) =>
        attempt.text === undefined ? [] : [{ value: `offer ${index}`, label }],
      ),
      { value: "skip", label: "Skip" },
      { value: "skip rule", label: `Skip all of ${finding.rule}` },
      { value: "silence", label: "Silence it here, with a reason" },
      { value: "quit", label: "Quit; what is done stays" },
    ]);
    if (answer === undefined || answer === "quit") return false;
    if (answer === "skip") article.pass(finding);
    else if (answer === "skip rule") this.#skippedRules.add(finding.rule);
    else if (answer === "silence") {
      const reason = await this.#prompts.write("Why does it stay?", reasonProblem);
      if (reason === undefined) return true;
      const attempt = article.silenced(finding, reason.trim());
      if (attempt.text === undefined) io.stdout.write(`  Not silenced: ${attempt.problem}.\n`);
      else if (await this.#made([[finding, article.text, attempt]], true))
        this.silenced.push(finding);
      // What cannot be silenced is not asked about again and again.
      if (attempt.text === undefined) article.pass(finding);
    } else {
      const index = Number(answer.slice("offer ".length));
      const members = this.#together(finding, article, index);
      if (members !== undefined && (await this.#made(members, false)))
        for (const [member] of members) this.fixed.push(member);
    }
    return true;
  }

  /** The same change of all findings that are fixed together; undefined where one of them cannot be. */
  #together(finding: Finding, own: OpenArticle, index: number): readonly Member[] | undefined {
    const others =
      finding.together === undefined
        ? []
        : [...this.#outcome.found]
            .filter(([path]) => path !== finding.path)
            .flatMap(([path, found]) => (found.some((one) => isSameCase(one, finding)) ? path : []))
            .map((path) => this.#article(path));
    const members: Member[] = [];
    for (const article of [own, ...others]) {
      const cases =
        article === own ? [finding] : article?.findings.filter((one) => isSameCase(one, finding));
      if (article === undefined || cases === undefined) return this.#notTogether();
      const [one = finding] = cases;
      const edits = cases.flatMap((member) => offersOf(member)[index]?.edits ?? []);
      const attempt = article.fixed(one, edits);
      if (attempt.text === undefined) return this.#notTogether();
      members.push([one, article.text, attempt]);
    }
    return members;
  }

  #notTogether(): undefined {
    this.#asking.io.stdout.write("  Not made: it is made in all articles or in none.\n");
    return undefined;
  }

  /** Writes what articles become, unless the whole site shows that it does harm; all or none. */
  async #made(members: readonly Member[], isSilencing: boolean): Promise<boolean> {
    const { base } = this.#checked.outcome;
    const texts = members.flatMap(([{ path }, , { text }]): readonly [string, string][] =>
      text === undefined ? [] : [[resolve(base, path), text]],
    );
    const after = await this.#checked.again(new Map(texts));
    const changed = new Set(members.map(([{ path }]) => path));
    const [harm] = isSilencing ? [] : newOnSite(this.#outcome, after, changed).values();
    if (harm !== undefined) {
      const { rule, message, path } = harm;
      const what = neutralise(`${this.pathOf(path)}: ${message} (${rule})`);
      this.#asking.io.stdout.write(`  Not made, because it would bring this about:\n  ${what}\n`);
      return false;
    }
    if (!this.#write(members)) return false;
    this.#outcome = after;
    this.#isAsked = this.#asking.isAskedIn(after);
    for (const [path, article] of this.#open) article.renew(...this.#foundIn(path));
    return true;
  }

  /** What is found in an article, and what of it is not asked about. */
  #foundIn(path: string): readonly [found: readonly Finding[], hidden: readonly Finding[]] {
    const found = this.#outcome.found.get(path) ?? [];
    return [found, found.filter((finding) => !this.#isAsked(finding))];
  }

  /** Writes what articles become, all or none. */
  #write(members: readonly Member[]): boolean {
    const changed = members.flatMap(([{ path }, before, { text }]) =>
      text === undefined ? [] : [{ path, before, after: text }],
    );
    const together = [changed.map(({ path }) => path)];
    const { outcome, project } = this.#checked;
    const refused = writeArticles({ changed, together }, outcome.base, project.root);
    for (const [path, reason] of refused) {
      this.refused.set(path, reason);
      this.#open.delete(path);
      this.#asking.io.stdout.write(`  ${neutralise(this.pathOf(path))}: ${neutralise(reason)}\n`);
    }
    if (refused.size > 0) return false;
    for (const [{ path }, , attempt] of members) {
      this.written.add(path);
      if (attempt.text !== undefined) attempt.keep();
    }
    return true;
  }

  #show(article: OpenArticle, finding: Finding, offers: readonly (Offer & { attempt: Attempt })[]) {
    const { io, color } = this.#asking;
    const width = widthOf(io.stdout);
    const outcome = this.#outcome;
    const frame = formatFinding(finding, {
      color,
      width,
      sourceOf: (path) =>
        path === finding.path
          ? article.text
          : (this.#open.get(path)?.text ?? outcome.sourceOf(path)),
      displayPath: (path) => this.pathOf(path),
    });
    io.stdout.write(`\n${frame}`);
    for (const { label, attempt } of offers) {
      if (attempt.text === undefined) {
        io.stdout.write(`  ${label}: not possible, ${neutralise(attempt.problem)}\n`);
        continue;
      }
      io.stdout.write(`  ${label}\n`);
      for (const line of smallDiff(article.text, attempt.text, { color, width: width - 4 }))
        io.stdout.write(`    ${line}\n`);
    }
  }

  /** An article that can be changed; undefined for one that cannot, which is told. */
  #article(path: string): OpenArticle | undefined {
    const known = this.#open.get(path);
    if (known !== undefined || this.refused.has(path)) return known;
    const { outcome, project } = this.#checked;
    const exact = exactText(resolve(outcome.base, path), filesIn(project.root));
    if ("refused" in exact) {
      this.refused.set(path, exact.refused);
      return undefined;
    }
    const [found, hidden] = this.#foundIn(path);
    const check = (source: string) => outcome.checkAgain(path, source);
    const article = new OpenArticle(exact.text, found, hidden, check);
    this.#open.set(path, article);
    return article;
  }
}

type Member = readonly [finding: Finding, before: string, attempt: Attempt];

interface Offer {
  readonly label: string;
  readonly edits: NonNullable<Finding["fix"]>;
}

/** What can be done about a finding, the safe fix first. */
function offersOf({ fix, help, suggestions }: Finding): readonly Offer[] {
  const safe = fix === undefined ? [] : [{ label: `Fix: ${neutralise(help)}`, edits: fix }];
  return [
    ...safe,
    ...suggestions.map(({ message, edits }) => ({ label: neutralise(message), edits })),
  ];
}

function isSameCase(left: Finding, right: Finding): boolean {
  return left.rule === right.rule && left.together === right.together;
}
