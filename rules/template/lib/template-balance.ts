import type { TemplateLanguage } from "./template-language.js";
import type { RunTag } from "./template-marks.js";

/** What is wrong with how tags enclose each other. */
export type BalanceProblem =
  /** An opening tag of a block without its closing tag. */
  | { readonly kind: "unclosed"; readonly tag: RunTag; readonly name: string }
  /** A closing tag without its opening tag. */
  | { readonly kind: "stray"; readonly tag: RunTag; readonly name: string }
  /** A closing tag that comes before that of a block opened later. */
  | {
      readonly kind: "crossed";
      readonly tag: RunTag;
      readonly name: string;
      readonly inner: OpenTag;
    }
  /** `else` and similar tags outside every block that they belong to. */
  | {
      readonly kind: "outside";
      readonly tag: RunTag;
      readonly name: string;
      readonly blocks: readonly string[];
    }
  /** A name that the engine does not have, with the name that was probably meant, if any. */
  | {
      readonly kind: "unknown";
      readonly tag: RunTag;
      readonly name: string;
      readonly meant?: string;
    };

/** A block that is not closed yet. */
export interface OpenTag {
  readonly tag: RunTag;
  readonly name: string;
}

/** Nobody nests deeper than this; the limit keeps the search for an opening tag short. */
const MAXIMUM_OPEN = 500;

/**
 * Finds unbalanced and unknown tags, in source order. An unknown tag counts as a block if the article has a closing
 * tag for it.
 */
export function balanceProblemsOf(
  tags: readonly RunTag[],
  language: TemplateLanguage,
): readonly BalanceProblem[] {
  return new Balance(tags, language).problems();
}

class Balance {
  readonly #tags: readonly RunTag[];
  readonly #language: TemplateLanguage;
  /** How many closing tags of each block are still to come. */
  readonly #ahead = new Map<string, number>();
  readonly #endings: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  readonly #problems: BalanceProblem[] = [];
  readonly #open: OpenTag[] = [];

  constructor(tags: readonly RunTag[], language: TemplateLanguage) {
    this.#tags = tags.filter(({ kind, name }) => kind === "tag" && name !== "" && name !== "end");
    this.#language = language;
    this.#names = new Set(this.#tags.map(({ name }) => name));
    for (const { name } of this.#tags) {
      const block = this.#endOf(name);
      if (block !== undefined) this.#ahead.set(block, (this.#ahead.get(block) ?? 0) + 1);
    }
    this.#endings = new Set(this.#ahead.keys());
  }

  problems(): readonly BalanceProblem[] {
    for (const tag of this.#tags) {
      const block = this.#endOf(tag.name);
      if (block !== undefined) this.#close(tag, block);
      else this.#enter(tag);
      if (this.#open.length > MAXIMUM_OPEN) return [];
    }
    for (const { tag, name } of this.#open) {
      if (this.#mustEnd(name)) this.#problems.push({ kind: "unclosed", tag, name });
    }
    return this.#problems.sort((left, right) => left.tag.range.start - right.tag.range.start);
  }

  /** The block that a tag closes, even if it is misspelled (`endblokquote`); undefined for other tags. */
  #endOf(name: string): string | undefined {
    if (!name.startsWith("end") || name.length === 3) return undefined;
    const block = name.slice(3);
    // Some themes have tags whose names happen to begin with "end".
    if (this.#language.knows(name) && !this.#language.blocks.has(block)) return undefined;
    const meant = this.#language.knows(name) ? undefined : this.#language.meant(name);
    return meant?.startsWith("end") === true && !this.#names.has(block) ? meant.slice(3) : block;
  }

  #enter(tag: RunTag): void {
    const { blocks, branches } = this.#language;
    const { name } = tag;
    const parents = branches.get(name);
    if (parents !== undefined && !this.#open.some((open) => parents.includes(open.name))) {
      this.#problems.push({ kind: "outside", tag, name, blocks: parents });
    }
    if (parents !== undefined || tag.isSelfClosing) return;
    if (blocks.has(name) || this.#isPaired(tag)) this.#open.push({ tag, name });
    else if (!this.#language.knows(name)) this.#enterUnknown(tag);
  }

  #enterUnknown(tag: RunTag): void {
    const { name } = tag;
    const meant = this.#language.meant(name);
    if (meant === undefined) {
      this.#problems.push({ kind: "unknown", tag, name });
      return;
    }
    this.#problems.push({ kind: "unknown", tag, name, meant });
    // The closing tag, if spelled correctly, closes it.
    if (this.#language.blocks.has(meant) && (this.#ahead.get(meant) ?? 0) > 0) {
      this.#open.push({ tag, name: meant });
    }
  }

  /** Whether a tag that can be a block is one here. */
  #isPaired({ name, content }: RunTag): boolean {
    // A value after `=` needs no end, everything up to the end is one.
    if (name === "set") return this.#language.knows(name) && !content.includes("=");
    return this.#endings.has(name);
  }

  #close(tag: RunTag, name: string): void {
    this.#ahead.set(name, (this.#ahead.get(name) ?? 1) - 1);
    const isMisspelt = tag.name !== `end${name}`;
    if (isMisspelt) {
      this.#problems.push({ kind: "unknown", tag, name: tag.name, meant: `end${name}` });
    }
    const at = this.#open.findLastIndex((open) => open.name === name);
    if (at === -1) {
      if (!isMisspelt) this.#problems.push({ kind: "stray", tag, name });
      return;
    }
    const kept: OpenTag[] = [];
    for (const inner of this.#open.splice(at).slice(1)) {
      if ((this.#ahead.get(inner.name) ?? 0) > 0) kept.push(inner);
      else if (this.#mustEnd(inner.name)) {
        this.#problems.push({ kind: "unclosed", tag: inner.tag, name: inner.name });
      }
    }
    const [inner] = kept;
    if (inner !== undefined) this.#problems.push({ kind: "crossed", tag, name, inner });
    for (const one of kept) this.#open.push(one);
  }

  /** Shortcodes may have a closing tag or not. */
  #mustEnd(name: string): boolean {
    return this.#language.blocks.has(name) || this.#language.style !== "shortcodes";
  }
}
