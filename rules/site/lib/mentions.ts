import table from "./asset-files.json" with { type: "json" };

/** What a text may refer to other than by a link. */
export interface Mentions {
  /** Whatever looks like the path of an asset, as written, without query and host. */
  readonly paths: readonly string[];
  /** Folders in which a template or a program chooses a file: `img/team/{{ name }}.jpg`, `icons/*`. */
  readonly folders: readonly string[];
}

/** Longest path that is read. */
const LONGEST = 300;
const EXTENSION = new RegExp(`\\.(?:${table.extensions.join("|")})(?![\\w-])`, "gi");
/** Characters that end a path, by character code. */
const PATH_ENDS: ReadonlySet<number> = new Set(
  [..." \t\n\r\f\u00a0\u3000\"'`<>()[]{},;|=\\*"].map((char) => char.charCodeAt(0)),
);
/** Where a template or a program continues a path that began as text. */
const GOES_ON = /\{\{|\{%|\$\{|<%|#\{|\*|%s|["'`]\s*(?:[+~|.&]|,)/g;
const PATH_LETTER = /[\p{L}\p{N}_./~@%+-]/u;

/** Everything in a text that looks like the path of an asset. Linear in the length of the text. */
export function mentionsIn(text: string): Mentions {
  const plain = text.includes("\\/") ? text.replaceAll("\\/", "/") : text;
  const paths = new Set<string>();
  let last = { start: 0, end: 0 };
  for (const { index, 0: extension } of plain.matchAll(EXTENSION)) {
    let start = index;
    while (start > last.end && !PATH_ENDS.has(plain.charCodeAt(start - 1))) start--;
    // Nothing ended the previous path: this one continues it.
    if (start === last.end && start > 0) start = last.start;
    last = { start, end: index + extension.length };
    if (last.end - start > LONGEST) continue;
    const before = plain[start - 1] ?? "";
    // In `plan (1).png` only this part is certain.
    if (start === index && !/[)\]]/.test(before)) continue;
    const path = withoutHost(plain.slice(start, index + extension.length));
    // After a value that a template writes, the beginning of the path is not known.
    paths.add(/[}>]/.test(before) ? path.replace(/^\/+/, "") : path);
  }
  const folders = new Set<string>();
  for (const { index } of plain.matchAll(GOES_ON)) {
    let start = index;
    while (start > 0 && index - start < LONGEST && PATH_LETTER.test(plain[start - 1] ?? ""))
      start--;
    const begun = plain.slice(start, index);
    const folder = withoutHost(begun.slice(0, begun.lastIndexOf("/") + 1));
    if (/[\p{L}\p{N}_-]\/$/u.test(folder)) folders.add(folder);
  }
  return { paths: [...paths], folders: [...folders] };
}

function withoutHost(path: string): string {
  const local = path.replace(/^(?:[\w+.-]*:)?\/\/[^/]*(?=\/)/, "");
  return local.replace(/^[\w-]+:/, "");
}
