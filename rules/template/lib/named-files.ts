import type { Argument } from "./arguments.js";
import { grouped } from "./grouped.js";
import type { PlacedCall } from "./habits.js";

/** A path in the place where a tag is given files. */
export interface LostFile {
  readonly path: string;
  readonly tag: string;
  readonly argument: Argument;
  readonly written: string;
  /** How many other calls name a file. */
  readonly count: number;
  /** Where the file should be, as most of the others have it. */
  readonly expected: string;
}

/** So many calls must name a file, for each that names none. */
const LEAST_FILES = 10;
const MOST_LOST = 2;
/** A path with folders, or a name with an ending. */
const PATH = /^(?!\w+:|\/\/|[#?])(?=.*(?:\/|\.[a-z]\w{0,4}(?:[?#]|$)))[^{}<>|*\n$]+$/i;
const ENDINGS = ["", ".md", ".mdx", ".html"] as const;

/** What a path ends in, wherever it begins. */
function tailOf(written: string): string {
  return decoded(written.replace(/[?#].*$/, "")).replace(/^(?:\.{0,2}\/)+/, "");
}

function decoded(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The files of a site by their names, to find those that a path may mean. */
export function filesByName(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return grouped(files, (path) => path.slice(path.lastIndexOf("/") + 1).toLowerCase());
}

/**
 * Paths that no file of a site ends in, where the same argument of the same tag names files in all other calls: nothing is
 * assumed of where the tag looks for them.
 */
export function lostFilesIn(
  calls: readonly PlacedCall[],
  files: () => ReadonlyMap<string, readonly string[]>,
): readonly LostFile[] {
  const placed = calls.flatMap((call) => call.args.map((argument) => ({ call, argument })));
  return [...grouped(placed, ({ argument }) => argument.key).values()].flatMap((same) => {
    const paths = same.filter(({ argument: { value } }) => value !== undefined && PATH.test(value));
    if (paths.length <= LEAST_FILES || paths.length * 2 < same.length) return [];
    const heads = new Map<string, number>();
    const lost = paths.filter(({ argument: { value = "" } }) => {
      const head = headOf(tailOf(value), files());
      if (head !== undefined) heads.set(head, (heads.get(head) ?? 0) + 1);
      return head === undefined;
    });
    const count = paths.length - lost.length;
    if (lost.length > MOST_LOST || count < lost.length * LEAST_FILES) return [];
    const [usual] = [...heads].toSorted(([, one], [, other]) => other - one)[0] ?? [""];
    return lost.map(({ call: { path, tag }, argument }): LostFile => {
      const written = argument.value ?? "";
      return { path, tag, argument, written, count, expected: `${usual}${tailOf(written)}` };
    });
  });
}

/** What comes before a path in the path of a file that it may mean. */
function headOf(tail: string, files: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (const ending of ENDINGS) {
    const wanted = `${tail}${ending}`.toLowerCase();
    const name = wanted.slice(wanted.lastIndexOf("/") + 1);
    const found = files
      .get(name)
      ?.find((path) => path.toLowerCase() === wanted || path.toLowerCase().endsWith(`/${wanted}`));
    if (found !== undefined) return found.slice(0, found.length - wanted.length);
  }
  return undefined;
}
