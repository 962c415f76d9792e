import type { Readable, Writable } from "node:stream";

/** One of several things to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  /** Whether it is chosen at first. */
  readonly isSelected: boolean;
}

/** Has a person choose any number of things; undefined when they cancel. */
export type ChooseMany = (
  question: string,
  choices: readonly Choice[],
) => Promise<readonly string[] | undefined>;

/**
 * Asks at a terminal.
 *
 * @param terminal its streams; those of the process when absent
 */
export async function chooseAtTerminal(
  question: string,
  choices: readonly Choice[],
  terminal: { readonly input?: Readable; readonly output?: Writable } = {},
): Promise<readonly string[] | undefined> {
  const { isCancel, multiselect } = await import("@clack/prompts");
  const chosen = await multiselect({
    message: question,
    options: choices.map(({ value, label, hint }) => ({ value, label, hint })),
    initialValues: choices.flatMap(({ value, isSelected }) => (isSelected ? [value] : [])),
    required: false,
    ...terminal,
  });
  return isCancel(chosen) ? undefined : chosen;
}
