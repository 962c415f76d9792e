import type { Git } from "./run-git.js";

/** Files of a change; paths are relative to the top of the work tree. */
export interface Changes {
  /** Files that are there after the change, new ones included. */
  readonly changed: readonly string[];
  /** Where renamed files were before, by their path now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Where renamed files are now, by their path before. */
  readonly names: ReadonlyMap<string, string>;
  /** Files that are there no more, those that were renamed not included. */
  readonly deleted: readonly string[];
  /** Files that git does not track, and did not before: all of their lines are new. */
  readonly untracked: ReadonlySet<string>;
}

/** What the change leads to: the files on disk, or the index. */
export type Side = "work-tree" | "index";

const COMPARING = [
  // Attributes of the change itself must not make its articles binary, which have no lines.
  "--text",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--ignore-submodules=all",
  "-M",
] as const;

/**
 * The files that differ from a tree.
 *
 * @param from a commit or tree
 */
export function changesSince(git: Git, from: string, side: Side): Changes {
  const fields = git.fields(["diff", "--name-status", "-z", ...COMPARING, ...sideOf(side), from]);
  const touched = side === "index" ? undefined : touchedFiles(git, from);
  const changed: string[] = [];
  const renamed = new Map<string, string>();
  const deleted: string[] = [];
  for (let at = 0; at < fields.length; ) {
    const status = fields[at++] ?? "";
    const path = fields[at++] ?? "";
    if (status.startsWith("R") || status.startsWith("C")) {
      const now = fields[at++] ?? "";
      changed.push(now);
      if (status.startsWith("R")) renamed.set(now, path);
    } else if (status === "D") deleted.push(path);
    else if (touched?.has(path) !== false) changed.push(path);
  }
  const untracked = new Set(side === "index" ? [] : untrackedFiles(git));
  return {
    changed: [...new Set([...changed, ...untracked])],
    renamed,
    names: new Map([...renamed].map(([now, before]) => [before, now])),
    deleted: deleted.filter((path) => !untracked.has(path)),
    untracked,
  };
}

/** Files whose content differs: git lists others, too, where only their time does. */
function touchedFiles(git: Git, from: string): ReadonlySet<string> {
  const fields = git.fields(["diff", "--numstat", "-z", ...COMPARING, from]);
  const touched = new Set<string>();
  for (let at = 0; at < fields.length; ) {
    const path = (fields[at++] ?? "").split("\t").slice(2).join("\t");
    if (path !== "") touched.add(path);
    else {
      // A renamed file has both names in fields of their own.
      touched.add(fields[at + 1] ?? "");
      at += 2;
    }
  }
  return touched;
}

function untrackedFiles(git: Git): readonly string[] {
  return git
    .fields(["ls-files", "--others", "--exclude-standard", "-z"])
    .filter((path) => !path.endsWith("/"));
}

function sideOf(side: Side): readonly string[] {
  return side === "index" ? ["--cached"] : [];
}

/** Lines of a file after the change, counted from 1, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The lines that the change adds or alters, by path. Lines that are only deleted leave none. */
export function changedLines(
  git: Git,
  from: string,
  side: Side,
): ReadonlyMap<string, readonly LineRange[]> {
  const patch = git.text([
    "diff",
    "-U0",
    "--inter-hunk-context=0",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--no-color",
    ...COMPARING,
    ...sideOf(side),
    from,
  ]);
  const ranges = new Map<string, LineRange[]>();
  let path: string | undefined;
  let left = 0;
  for (const line of patch.split("\n")) {
    // What begins like a header may be the text of a hunk.
    if (left > 0 && /^[-+]/.test(line)) left -= 1;
    else if (line.startsWith("+++ ")) path = pathIn(line.slice(4));
    else if (line.startsWith("diff --git ")) path = undefined;
    else {
      const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (hunk === null || path === undefined) continue;
      const [, removed = "1", start = "1", added = "1"] = hunk;
      left = Number(removed) + Number(added);
      if (Number(added) === 0) continue;
      const first = Number(start);
      const known = ranges.get(path) ?? [];
      known.push({ first, last: first + Number(added) - 1 });
      ranges.set(path, known);
    }
  }
  return ranges;
}

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
};

/** The path of a header; git quotes what would be read wrongly, byte by byte. */
function pathIn(written: string): string | undefined {
  const text = written.replace(/\t$/, "");
  if (!text.startsWith('"')) return text.startsWith("b/") ? text.slice(2) : undefined;
  const bytes: Buffer[] = [];
  for (const [, octal, letter, plain] of text
    .slice(1, -1)
    .matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)) {
    if (octal !== undefined) bytes.push(Buffer.from([Number.parseInt(octal, 8)]));
    else if (letter !== undefined) bytes.push(Buffer.from([ESCAPES[letter] ?? 63]));
    else bytes.push(Buffer.from(plain ?? ""));
  }
  const path = Buffer.concat(bytes).toString("utf8");
  return path.startsWith("b/") ? path.slice(2) : undefined;
}
