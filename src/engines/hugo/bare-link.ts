const ADDRESS =
  /^(?:www\.|(?:https?|ftp):\/\/)[-\w@:%.+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-\w@:%+.~#$!?&/=();,'">^{}[\]`]*)?/;

/**
 * The part of a bare address that Goldmark links (`extension/linkify.go`, seen in Hugo 0.169): one whose host has a
 * dot, up to the first character beyond ASCII, and only after white space, `*`, `_`, `~`, `(` or another mark-up.
 */
export function goldmarkLink(written: string, before: string): string {
  if (written.includes("@") && !written.includes("/")) return written;
  if (!/^[\s*_~("'>`)\]]?$/.test(before)) return "";
  return trimmed(ADDRESS.exec(written)?.[0] ?? "");
}

/** Closing punctuation and parentheses that the address did not open belong to the sentence. */
function trimmed(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const isOpened = count(address.slice(0, end), "(") >= count(address.slice(0, end), ")");
    if (!/[?!.,:*_~"']/.test(last) && (last !== ")" || isOpened)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
