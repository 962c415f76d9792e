import type { Paragraph } from "../../../src/rules.js";

/** A proper name at one place, with what the text says about the person. */
export interface NameMention {
  /** The part that is compared: the family name, or the only one. */
  readonly family: string;
  /** Names before the family name, as written: `弗拉基米尔`, `Mary`. */
  readonly given: string | undefined;
  /** Title or apposition next to the name as written; empty when there is none. */
  readonly title: string;
  readonly paragraph: Paragraph;
  /** The full name, in offsets of the paragraph's text. */
  readonly start: number;
  readonly end: number;
}
