import { percentDecoded } from "../../article/percent-decoded.js";

/** Names that an address may leave out, since the folder stands for them. */
const INDEX = /^(?:_?index|readme)\.(?:md|mdx|markdown|html?)$/i;
const PAGE = /\.(?:md|mdx|markdown|html?)$/i;

/**
 * An address in the spelling of the true path: letter case and Unicode normal form of each name, its own
 * ending, query and fragment kept. Undefined when its last name is not the path's.
 *
 * @param url a relative or root-relative address, percent-encoded or not
 */
export function respelled(url: string, truePath: string): string | undefined {
  const { path, rest } = splitAddress(url);
  const slash = path.endsWith("/") ? "/" : "";
  const segments = path.slice(0, path.length - slash.length).split("/");
  const truth = truePath.split("/");
  if (INDEX.test(truth.at(-1) ?? "") && !INDEX.test(percentDecoded(segments.at(-1) ?? "")))
    truth.pop();
  let changed = 0;
  for (let back = 1; back <= Math.min(segments.length, truth.length); back++) {
    const written = percentDecoded(segments.at(-back) ?? "");
    const right = back === 1 ? withEndingOf(written, truth.at(-1) ?? "") : (truth.at(-back) ?? "");
    if (fold(written) !== fold(right)) break;
    if (written !== right) segments[segments.length - back] = encodeURI(right);
    changed++;
  }
  return changed === 0 ? undefined : segments.join("/") + slash + rest;
}

/** A page's true name as an address has it: with another ending, or without one. */
function withEndingOf(written: string, right: string): string {
  const ending = PAGE.exec(written)?.[0] ?? "";
  if (!PAGE.test(right) || fold(written) === fold(right)) return right;
  return right.replace(PAGE, "") + ending;
}

/** The path of an address, and its query and fragment. */
export function splitAddress(url: string): { readonly path: string; readonly rest: string } {
  const at = url.search(/[?#]/);
  return at === -1 ? { path: url, rest: "" } : { path: url.slice(0, at), rest: url.slice(at) };
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
