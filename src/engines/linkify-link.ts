/** A scheme and a host as most are; of others nothing is said. */
const HOST = /^(?:(?:https?|ftp):\/\/|(?=www\.))[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?/i;
const PAIRS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  '"': '"',
  "'": "'",
};
/** What ends an address wherever it is: space, signs of tags, and brackets that none opened. */
const STOP = /[\p{Z}\p{Cc}<>\uff5c)\]}]/u;
const SPACE = /[\p{Z}\p{Cc}]/u;
const LETTER = /[^\p{Z}\p{P}\p{Cc}<>\uff5c]|-/u;

/**
 * The part of a bare address that linkify-it links (`lib/re.mjs`, version 5): it reads on through full-width marks, and
 * stops at a quotation mark or a bracket without a partner.
 */
export function linkifyLink(written: string): string {
  const host = HOST.exec(written)?.[0];
  if (host === undefined || host === written) return written;
  const follower = written.charAt(host.length);
  if (/[/?#]/.test(follower)) {
    const end = pathEnd(written, host.length + 1);
    // A sign that begins a query is part of the address only where one follows.
    return written.slice(0, end === host.length + 1 && follower !== "/" ? host.length : end);
  }
  return /[\p{P}\uff5c]/u.test(follower) && !/[\w@:.-]/.test(follower) ? host : written;
}

function pathEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const next = after(text, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

/** Where the reader goes on from a sign of a path; the same place where the address ends before it. */
function after(text: string, at: number): number {
  const sign = text.charAt(at);
  const closing = PAIRS[sign];
  if (closing !== undefined) {
    const end = text.indexOf(closing, at + 1);
    if (end > at + 1 || (end === at + 1 && sign !== closing)) return end + 1;
    return sign === "'" && LETTER.test(text.charAt(at + 1)) ? at + 1 : at;
  }
  if (STOP.test(sign)) return at;
  // A mark that ends a sentence is part of the address only where the address goes on.
  const follower = text.charAt(at + 1);
  if (/[.,;!?]/.test(sign)) {
    if (sign === "!") return runEnd(text, at, /[^\p{Z}\p{Cc}]/u);
    if (sign === "." && follower === ".") return runEnd(text, at, /[a-zA-Z0-9%/&]/);
    if (follower === "" || SPACE.test(follower) || (sign === "?" && follower === "?")) return at;
  }
  return at + 1;
}

/** The end of a run of one sign, which is part of an address only before what may follow it there. */
function runEnd(text: string, at: number, goesOn: RegExp): number {
  let end = at;
  while (text.charAt(end) === text.charAt(at)) end++;
  return goesOn.test(text.charAt(end)) ? end : at;
}
