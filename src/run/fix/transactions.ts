import type { TakenBack } from "../../fix/change.js";
import type { FixedArticle } from "../../fix/fix-article.js";
import type { Edit, Finding } from "../../rule/index.js";

type Found = ReadonlyMap<string, readonly Finding[]>;

/** The changes of several articles that are made in all of them or in none. */
export class Transactions {
  readonly #editsFor: (finding: Finding) => readonly Edit[] | undefined;
  readonly #impossible = new Set<string>();
  /** Those that wait for the next round, since a change of theirs overlaps another one. */
  readonly #waiting = new Set<string>();
  readonly #harm: TakenBack[] = [];
  readonly #made: (readonly string[])[] = [];

  constructor(editsFor: (finding: Finding) => readonly Edit[] | undefined) {
    this.#editsFor = editsFor;
  }

  /** Changes that did harm, and so prevented others. */
  get takenBack(): readonly TakenBack[] {
    return this.#harm;
  }

  /** The articles of each transaction that was made. */
  get made(): readonly (readonly string[])[] {
    return this.#made;
  }

  /** What is to be done about a finding now. */
  editsFor(finding: Finding): readonly Edit[] | undefined {
    const key = keyOf(finding);
    const isPossible = !this.isImpossible(finding) && !this.#waiting.has(key ?? "");
    return key === undefined || isPossible ? this.#editsFor(finding) : undefined;
  }

  /** Whether a finding is not fixed since another one cannot be fixed together with it. */
  isImpossible(finding: Finding): boolean {
    const key = keyOf(finding);
    return key !== undefined && this.#impossible.has(key);
  }

  /** Lets those try again that waited. */
  beginRound(): void {
    this.#waiting.clear();
  }

  /**
   * Leaves out each transaction of which a part was not made.
   *
   * @returns the articles that are to be fixed again without it
   */
  leaveOut(found: Found, fixes: ReadonlyMap<string, FixedArticle>): readonly string[] {
    const members = this.#membersOf(found);
    const broken = members.filter(
      ({ path, finding }) => fixes.get(path)?.fixed.includes(finding) !== true,
    );
    for (const { path, key, finding } of broken) {
      const fixed = fixes.get(path);
      const harm = fixed?.takenBack.find((taken) => taken.finding === finding);
      if (harm !== undefined) this.#harm.push(harm);
      (fixed === undefined || harm !== undefined ? this.#impossible : this.#waiting).add(key);
    }
    const keys = new Set(broken.map(({ key }) => key));
    return [...new Set(members.filter(({ key }) => keys.has(key)).map(({ path }) => path))];
  }

  /** Remembers the transactions of a round whose texts stay. */
  keep(found: Found): void {
    const paths = new Map<string, string[]>();
    for (const { path, key } of this.#membersOf(found))
      paths.set(key, [...(paths.get(key) ?? []), path]);
    for (const articles of paths.values()) this.#made.push(articles);
  }

  #membersOf(found: Found) {
    return [...found].flatMap(([path, findings]) =>
      findings.flatMap((finding) => {
        const key = keyOf(finding);
        const isMember = key !== undefined && this.editsFor(finding) !== undefined;
        return isMember ? [{ path, key, finding }] : [];
      }),
    );
  }
}

function keyOf({ rule, together }: Finding): string | undefined {
  return together === undefined ? undefined : `${rule} ${together}`;
}
