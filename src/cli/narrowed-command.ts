import type { Narrowing } from "../report/format.js";
import { CHANGE_OPTIONS, CHECK_OPTIONS, FIX_OPTIONS, ONLINE_OPTIONS } from "./options.js";

/** Options that decide what is shown or done, not what is checked. */
const SHOWING = ["format", "max-findings", "verbose", "stats", ...Object.keys(FIX_OPTIONS)];

const OPTIONS: Readonly<Record<string, { readonly type: string; readonly alias?: string }>> = {
  ...CHECK_OPTIONS,
  ...CHANGE_OPTIONS,
  ...FIX_OPTIONS,
  ...ONLINE_OPTIONS,
};

/**
 * The command of this run, changed to show something else: a rule alone, another path, or everything.
 *
 * @param argv the arguments as given, without those of node
 */
export function narrowedCommand(argv: readonly string[], narrowing: Narrowing): string {
  const { added, isKept } = changeOf(narrowing);
  const kept = partsOf(argv).filter(isKept);
  return ["copydesk", ...kept.flatMap(({ words }) => words), ...added].map(quoted).join(" ");
}

/** What a narrowing adds to a command, and what it leaves of it. */
function changeOf(narrowing: Narrowing): {
  readonly added: readonly string[];
  readonly isKept: (part: Part) => boolean;
} {
  const isShowing = ({ option }: Part): boolean => SHOWING.includes(option ?? "");
  if ("rule" in narrowing) {
    const isKept = (part: Part): boolean => !isShowing(part) && part.option !== "only";
    return { added: ["--only", narrowing.rule], isKept };
  }
  if ("path" in narrowing) {
    const isKept = (part: Part): boolean => !isShowing(part) && !part.isPath;
    return { added: [asPath(narrowing.path)], isKept };
  }
  return { added: ["--verbose", "--max-findings", "all"], isKept: (part) => !isShowing(part) };
}

/** An option with its value, a path, or the name of a command. */
interface Part {
  readonly words: readonly string[];
  /** Name of the option, without dashes. */
  readonly option?: string;
  readonly isPath: boolean;
}

function partsOf(argv: readonly string[]): readonly Part[] {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const parts: Part[] = [];
  for (let index = 0; index < end; index++) {
    const word = argv[index] ?? "";
    const option = optionOf(word);
    if (option === undefined) {
      parts.push({ words: [word], isPath: index > 0 || word !== "links" });
      continue;
    }
    // `--format json`; with `--format=json` and `-fjson` the value is in the word.
    const takesNext =
      OPTIONS[option]?.type === "string" && (word === `--${option}` || word.length === 2);
    parts.push({ words: argv.slice(index, index + (takesNext ? 2 : 1)), option, isPath: false });
    if (takesNext) index += 1;
  }
  const paths = argv.slice(end + 1).map((path): Part => ({ words: [asPath(path)], isPath: true }));
  return [...parts, ...paths];
}

/** The name of the option that a word gives. */
function optionOf(word: string): string | undefined {
  const [, long, letter] = /^(?:--([^=]+)|-(.))/s.exec(word) ?? [];
  if (letter === undefined) return long;
  return Object.keys(OPTIONS).find((name) => OPTIONS[name]?.alias === letter) ?? letter;
}

/** A path that is not taken for an option. */
function asPath(path: string): string {
  return path.startsWith("-") ? `./${path}` : path;
}

/** A word as a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
