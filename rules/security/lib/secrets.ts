import { percentDecoded, perUnit } from "../../../src/rules.js";
import table from "./secrets.json" with { type: "json" };

/** A secret that a text shows. */
export interface Secret {
  /** In UTF-16 offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** What it is, for messages. */
  readonly name: string;
  readonly kind: "key" | "keyId" | "limitedKey" | "privateKey";
}

/** A URL with the password of a user. */
export interface Login {
  readonly start: number;
  readonly end: number;
  readonly user: string;
  readonly password: string;
  readonly host: string;
}

interface Key {
  readonly name: string;
  readonly pattern: string;
  readonly limited?: boolean;
  readonly other?: string;
}

const KEYS: readonly Key[] = table.keys;
const KEY = new RegExp(
  `(?<![A-Za-z0-9_])(?:${KEYS.map(({ pattern }) => `(${pattern})`).join("|")})(?![A-Za-z0-9_])`,
  "g",
);
const OTHER_HALVES: ReadonlyMap<string, RegExp> = new Map(
  KEYS.flatMap(({ other }) =>
    other === undefined ? [] : [[other, new RegExp(`(?<![\\w/+])${other}(?![\\w/+])`, "g")]],
  ),
);
/** All keys are such runs of characters, which are few in an article: the pattern of all keys is slow. */
const RUN = /[\w/+:.=-]{20,}/y;
const LEAST_RUN = 20;
const isOfRun = perUnit((unit) => (/[\w/+:.=-]/.test(String.fromCharCode(unit)) ? 1 : 0));
/** As much of the text before a run as a pattern looks at. */
const BEFORE_RUN = 40;
const EXAMPLE = new RegExp(`${table.examples}|([A-Za-z0-9*.])\\1{3}`, "i");
const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----([A-Za-z0-9+/=\s:>\\,-]{60,6000}?)-----END/g;
const LOGIN =
  /(?<![A-Za-z0-9+.-])(?:https?|ftps?|sftp|ssh|postgres|postgresql|mysql|mariadb|mongodb|mongodb\+srv|rediss?|amqps?|smtps?|imaps?):\/\/([^\s/:@"'<>()[\]{}$%*`,]{1,64}):([^\s/:@"'<>()[\]{}`,]{1,100})@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8})/g;
const PLACEHOLDERS: ReadonlySet<string> = new Set(table.placeholders);
const HOSTS: ReadonlySet<string> = new Set(table.hosts);
const PRIVATE_HOST = /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|0\.0)\./;
/** Bits for each character, below which a text is no key but was typed: words, repetitions. */
const LEAST_ENTROPY = 2.8;
/** Bits for each character, which no checksum in hexadecimal digits has more of. */
const HEXADECIMAL_ENTROPY = 4;
/** The base64 of a private key. */
const LEAST_KEY_ENTROPY = 4.5;

/** The keys that a text shows; those that are examples are left out. */
export function secretsIn(text: string): readonly Secret[] {
  const found: Secret[] = [];
  for (const { index: start, match } of keysIn(text)) {
    const [written, ...groups] = match;
    const key = KEYS[groups.findIndex((group) => group !== undefined)];
    if (key === undefined || isExample(written)) continue;
    found.push({
      start,
      end: start + written.length,
      name: key.name,
      kind: key.limited === true ? "limitedKey" : isWhole(key, text) ? "key" : "keyId",
    });
  }
  for (const match of text.matchAll(PRIVATE_KEY)) {
    const [first = ""] = match[0].split("\n");
    if (entropyOf((match[1] ?? "").replace(/[^A-Za-z0-9+/]/g, "")) < LEAST_KEY_ENTROPY) continue;
    const end = match.index + Math.min(first.trimEnd().length, 60);
    found.push({ start: match.index, end, name: "private key", kind: "privateKey" });
  }
  return found;
}

/** Whether a key opens something by itself, or the text shows what it needs for that as well. */
function isWhole({ other }: Key, text: string): boolean {
  if (other === undefined) return true;
  const half = OTHER_HALVES.get(other);
  if (half === undefined) return true;
  return [...text.matchAll(half)].some(([run]) => entropyOf(run) > HEXADECIMAL_ENTROPY);
}

function* keysIn(
  text: string,
): Generator<{ readonly index: number; readonly match: RegExpExecArray }> {
  for (const { index, run } of runsIn(text)) {
    const from = Math.max(0, index - BEFORE_RUN);
    const around = text.slice(from, index + run.length);
    KEY.lastIndex = index - from;
    for (let match = KEY.exec(around); match !== null; match = KEY.exec(around)) {
      yield { index: from + match.index, match };
    }
  }
}

/** The runs of a text; of every twenty characters that are none, one is looked at. */
function* runsIn(text: string): Generator<{ readonly index: number; readonly run: string }> {
  let from = 0;
  for (let at = LEAST_RUN - 1; at < text.length; at += LEAST_RUN) {
    if (isOfRun(text.charCodeAt(at)) === 0) continue;
    let index = at;
    while (index > from && isOfRun(text.charCodeAt(index - 1)) === 1) index -= 1;
    RUN.lastIndex = index;
    const [run] = RUN.exec(text) ?? [];
    if (run === undefined) continue;
    yield { index, run };
    from = index + run.length;
    at = from - 1;
  }
}

/** The URLs of a text that hold a password, examples included. */
export function loginsIn(text: string): readonly Login[] {
  if (!text.includes("@")) return [];
  return [...text.matchAll(LOGIN)].map((match) => {
    const [written, user = "", escaped = "", host = ""] = match;
    const password = percentDecoded(escaped);
    return { start: match.index, end: match.index + written.length, user, password, host };
  });
}

/** Whether the user, the password or the host of a URL are those of an example. */
export function isExampleLogin({ user, password, host }: Login): boolean {
  const labels = host.toLowerCase().split(".");
  const isNoHost =
    labels.length < 2 || labels.some((label) => HOSTS.has(label)) || PRIVATE_HOST.test(host);
  return (
    isNoHost ||
    PLACEHOLDERS.has(folded(password)) ||
    folded(password) === folded(user) ||
    /[${}%*<>[\]]|\.\.\.|…/.test(password) ||
    EXAMPLE.test(password) ||
    /^[A-Z_]+$/.test(password)
  );
}

/** Whether a password was made up to be hard to guess: it mixes letters with digits or signs. */
export function isStrongPassword(password: string): boolean {
  return (
    password.length >= 7 &&
    /[A-Za-z]/.test(password) &&
    /[^A-Za-z_-]/.test(password) &&
    entropyOf(password) >= 2.5
  );
}

function isExample(key: string): boolean {
  return EXAMPLE.test(key.replace(/^secret_/, "")) || entropyOf(key) < LEAST_ENTROPY;
}

/** `P4ssw0rd1` is `password`. */
function folded(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?<![\d!_.-])[\d!_.-]+$/, "")
    .replaceAll("0", "o")
    .replaceAll("1", "i")
    .replaceAll("3", "e")
    .replaceAll("4", "a")
    .replaceAll("5", "s")
    .replaceAll("$", "s");
}

/** Shannon entropy of a text, in bits for each character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}
