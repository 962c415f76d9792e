/** What `copydesk init` can set up. */
export const PARTS = ["config", "schema", "baseline", "hook", "ci"] as const;

export type Part = (typeof PARTS)[number];

/** What becomes of one part. */
export type Step =
  /** A file is written, new or with something added. */
  | {
      readonly kind: "write";
      /** Absolute. */
      readonly file: string;
      readonly text: string;
      /** Its text so far; undefined for a new file. */
      readonly before: string | undefined;
      /** What is in it, or was added: `47 known findings`. */
      readonly note: string | undefined;
    }
  | { readonly kind: "there"; readonly file: string }
  /** A person has to do it: copydesk does not rewrite what it cannot extend safely. */
  | { readonly kind: "by hand"; readonly advice: string }
  /** There is nothing to be done. */
  | { readonly kind: "left out"; readonly part: Part; readonly why: string };

/** The step that adds to a file, or creates it. */
export function writing(
  file: string,
  before: string | undefined,
  text: string,
  note?: string,
): Step {
  return { kind: "write", file, before, text, note };
}
