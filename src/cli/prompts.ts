import type { Readable, Writable } from "node:stream";
import { UsageError } from "../run/usage-error.js";

/** One of the answers to choose from. */
export interface Choice<Value extends string> {
  readonly value: Value;
  /** Safe to print, one line. */
  readonly label: string;
}

/** One of several things to choose. */
export interface Option {
  readonly value: string;
  /** Safe to print, one line. */
  readonly label: string;
  readonly hint: string;
  /** Whether it is chosen at first. */
  readonly isSelected: boolean;
}

/** The streams of a terminal. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks the person at the terminal; tests answer themselves. */
export interface Prompts {
  /** Has one answer chosen; undefined when the person breaks off. */
  choose<Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
  ): Promise<Value | undefined>;
  /** Has any number of things chosen; undefined when the person breaks off. */
  chooseMany(question: string, options: readonly Option[]): Promise<readonly string[] | undefined>;
  /**
   * Has a text written; undefined when the person breaks off.
   *
   * @param problemOf what is wrong with a text, in one line; undefined for nothing
   */
  write(
    question: string,
    problemOf: (text: string) => string | undefined,
  ): Promise<string | undefined>;
}

/**
 * The prompts of a terminal. Their library is loaded with the first question.
 *
 * @param terminal its streams; those of the process when absent
 */
export function promptsAt(terminal: Terminal = {}): Prompts {
  return {
    async choose<Value extends string>(question: string, choices: readonly Choice<Value>[]) {
      const { isCancel, select } = await import("@clack/prompts");
      const options: { value: string; label: string }[] = choices.map(({ value, label }) => ({
        value,
        label,
      }));
      const answer = await select<string>({ message: question, options, ...terminal });
      if (isCancel(answer)) return undefined;
      return choices.find(({ value }) => value === answer)?.value;
    },
    async chooseMany(question, options) {
      const { isCancel, multiselect } = await import("@clack/prompts");
      const chosen = await multiselect({
        message: question,
        options: options.map(({ value, label, hint }) => ({ value, label, hint })),
        initialValues: options.flatMap(({ value, isSelected }) => (isSelected ? [value] : [])),
        required: false,
        ...terminal,
      });
      return isCancel(chosen) ? undefined : chosen;
    },
    async write(question, problemOf) {
      const { isCancel, text } = await import("@clack/prompts");
      const validate = (written: string | undefined) => problemOf(written ?? "");
      const answer = await text({ message: question, validate, ...terminal });
      return isCancel(answer) ? undefined : answer;
    },
  };
}

/**
 * The prompts of a terminal for `--interactive`.
 *
 * @throws {UsageError} where there is no person to ask
 */
export function promptsOf(
  { prompts }: { readonly prompts?: Prompts | undefined },
  { stdin }: { readonly stdin: boolean },
): Prompts {
  if (stdin) throw new UsageError("--interactive and --stdin cannot be combined.");
  if (prompts === undefined)
    throw new UsageError(
      "--interactive asks questions, so it needs a terminal.",
      "Use --fix to make the safe fixes without questions.",
    );
  return prompts;
}
