import type { Range } from "../../article/range.js";
import type { RawRedirect } from "./raw-redirect.js";

interface Word {
  readonly text: string;
  readonly range: Range;
}

const STATUS = /^([1-5]\d\d)!?$/;
const PARAMETER = /^([A-Za-z_]\w*)=/;

/**
 * Reads a `_redirects` file (Netlify, Cloudflare Pages, GitLab Pages): one `from [query…] to [status] [condition…]`
 * a line, `#` begins a comment. Lines that say no redirect are passed over.
 */
export function readUnderscoreRedirects(text: string): readonly RawRedirect[] {
  const redirects: RawRedirect[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const redirect = readLine(wordsOf(line[0], line.index));
    if (redirect !== undefined) redirects.push(redirect);
  }
  return redirects;
}

function wordsOf(line: string, offset: number): readonly Word[] {
  const words: Word[] = [];
  for (const match of line.replace(/^\uFEFF/, " ").matchAll(/\S+/g)) {
    const [text] = match;
    // A `#` inside of a word is a fragment.
    if (text.startsWith("#")) break;
    const start = offset + match.index;
    words.push({ text, range: { start, end: start + text.length } });
  }
  return words;
}

function readLine([from, ...rest]: readonly Word[]): RawRedirect | undefined {
  if (from === undefined || !isTarget(from.text)) return undefined;
  const at = rest.findIndex(({ text }) => isTarget(text));
  const to = rest[at];
  const before = rest.slice(0, at);
  if (to === undefined || !before.every(({ text }) => PARAMETER.test(text))) return undefined;
  const [status, ...conditions] = rest.slice(at + 1);
  const code = STATUS.exec(status?.text ?? "")?.[1];
  const hasConditions = code === undefined ? status !== undefined : conditions.length > 0;
  return {
    from: from.text,
    to: to.text,
    status: code === undefined ? 301 : Number(code),
    isForced: code !== undefined && status?.text.endsWith("!") === true,
    isConditional: before.length > 0 || hasConditions,
    fromRange: from.range,
    toRange: to.range,
    syntax: "underscore",
  };
}

function isTarget(text: string): boolean {
  return text.startsWith("/") || /^https?:\/\//i.test(text);
}
