import { createHash } from "node:crypto";
import * as z from "zod";
import type { FileSystem } from "../../files/file-system.js";
import { isSettled, type Stamp, stampOf } from "../../files/stamp.js";

const answersSchema = z.record(z.string(), z.string());

/** What was asked of each path, and what came back. Plain data. */
export const askedSchema = z.array(z.tuple([z.string(), z.string(), answersSchema]));

/** By path: its stamp before it was looked at, empty where that says too little, and the answers by question. */
export type Asked = z.infer<typeof askedSchema>;

/** A question about a path; some have a bound in bytes. */
type Ask = (files: FileSystem, path: string, bound: number | undefined) => unknown;

const QUESTIONS: Readonly<Record<keyof FileSystem, Ask>> = {
  entries: (files, path) => files.entries(path),
  kindOf: (files, path) => files.kindOf(path),
  size: (files, path) => files.size(path),
  read: (files, path, most) => files.read(path, most),
  readStart: (files, path, count = 0) => files.readStart(path, count),
  realPath: (files, path) => files.realPath(path),
  stamp: (files, path) => files.stamp?.(path)?.text,
};

/** Of a file that changes while it is looked at. */
const UNSTEADY = "unsteady";

/** Where links lead is up to the folders around a path, which its own stamp says nothing of. */
const ASKED_AGAIN: ReadonlySet<string> = new Set(["kindOf", "realPath"]);

/** Notes what a run asks of files, so that another run can tell whether it would be told the same: also what is not there. */
export class AskedFiles {
  readonly #files: FileSystem;
  readonly #since: number;
  readonly #stamps = new Map<string, Stamp | undefined>();
  readonly #answers = new Map<string, Record<string, string>>();

  /** @param now the moment before anything is asked, in milliseconds since 1970 */
  constructor(files: FileSystem, now: number) {
    this.#files = files;
    this.#since = now;
  }

  /** The same files, which note what they are asked. */
  get files(): FileSystem {
    const files = this.#files;
    return {
      entries: (path) => this.#note("entries", path, "", () => files.entries(path)),
      kindOf: (path) => this.#note("kindOf", path, "", () => files.kindOf(path)),
      size: (path) => this.#note("size", path, "", () => files.size(path)),
      read: (path, most) => this.#note("read", path, most ?? "", () => files.read(path, most)),
      readStart: (path, count) =>
        this.#note("readStart", path, count, () => files.readStart(path, count)),
      realPath: (path) => this.#note("realPath", path, "", () => files.realPath(path)),
    };
  }

  /** Notes that what is known of a file was believed for the sake of a stamp, without a look at the file. */
  believe(path: string, stamp: string): void {
    this.#note("stamp", path, "", () => stamp);
  }

  /** Everything that was asked so far. */
  get asked(): Asked {
    return [...this.#answers].map(([path, answers]) => {
      const stamp = this.#stamps.get(path);
      const isTelling = stamp !== undefined && isSettled(stamp, this.#since);
      return [path, isTelling ? stamp.text : "", answers];
    });
  }

  #note<Value>(
    question: keyof FileSystem,
    path: string,
    bound: number | string,
    ask: () => Value,
  ): Value {
    let answers = this.#answers.get(path);
    if (answers === undefined) {
      // Before the file is looked at: what changes in between has another stamp the next time.
      this.#stamps.set(path, stampOf(path));
      answers = {};
      this.#answers.set(path, answers);
    }
    const noted = answers;
    const name = `${question} ${bound}`;
    const note = (answer: string): void => {
      noted[name] = (noted[name] ?? answer) === answer ? answer : UNSTEADY;
    };
    try {
      const value = ask();
      note(told(value));
      return value;
    } catch (error) {
      note(failed(error));
      throw error;
    }
  }
}

/** Whether files would still answer as they did. Contents are looked at where stamps do not tell. */
export function answersAlike(asked: Asked, files: FileSystem): boolean {
  return asked.every(([path, stamp, answers]) => {
    const isSame = stamp !== "" && stampOf(path)?.text === stamp;
    return Object.entries(answers).every(([name, answer]) => {
      const [question = "", bound = ""] = name.split(" ");
      if (isSame && !ASKED_AGAIN.has(question)) return true;
      return answerOf(question, files, path, bound) === answer;
    });
  });
}

function answerOf(question: string, files: FileSystem, path: string, bound: string): string {
  const ask = isQuestion(question) ? QUESTIONS[question] : undefined;
  try {
    return told(ask?.(files, path, bound === "" ? undefined : Number(bound)));
  } catch (error) {
    return failed(error);
  }
}

function isQuestion(name: string): name is keyof FileSystem {
  return Object.hasOwn(QUESTIONS, name);
}

/** An answer in few letters: of bytes and lists their hash. */
function told(value: unknown): string {
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  const bytes = value instanceof Uint8Array ? value : JSON.stringify(value);
  return createHash("sha256").update(bytes).digest("base64");
}

function failed(error: unknown): string {
  if (!(error instanceof Error)) return "error";
  return `${error.name} ${"code" in error ? String(error.code) : error.message}`;
}
