import languages from "./bracket-languages.json" with { type: "json" };

/** A bracket of code, outside of strings and comments. */
export interface Bracket {
  readonly at: number;
  readonly sign: string;
}

/** How the brackets of a sample fit. */
export interface BracketScan {
  /** Closing brackets whose partner is not the last one that opened, with that one; none open before an extra one. */
  readonly misfits: readonly { readonly closing: Bracket; readonly open: Bracket | undefined }[];
  /** What is open at the end. */
  readonly open: readonly Bracket[];
  /** Whether a quotation mark is left without its partner, so that what is a string is not sure. */
  readonly isUnsure: boolean;
}

export type BracketFamily = keyof typeof languages.families;

const FAMILIES: readonly BracketFamily[] = [
  "script",
  "braced",
  "go",
  "rust",
  "python",
  "php",
  "style",
  "nestedStyle",
];

/** The end of the code: lines end, too. */
const END = String.raw`(?![\s\S])`;
const DOUBLE = String.raw`"(?:[^"\\\n]|\\[\s\S])*"`;
const SINGLE = String.raw`'(?:[^'\\\n]|\\[\s\S])*'`;
const CHARACTER = String.raw`'(?:[^'\\\n]|\\[^\n'][^'\n]{0,10}|\\')'`;
const LINE = String.raw`//[^\n]*`;
const BLOCK = String.raw`/\*[\s\S]*?(?:\*/|${END})`;
const HASH = String.raw`#[^\n]*`;
const RAW = "`[^`]*`";
const THREE = String.raw`"""[\s\S]*?(?:"""|${END})`;
const TEMPLATE = "`(?:[^`\\\\]|\\\\[sS])*`";
const PATTERN = String.raw`(?<=[=(,:;!&|?{}[+]\s{0,9}|^\s*|\breturn )/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/`;

const PIECES: Readonly<Record<BracketFamily, readonly string[]>> = {
  script: [LINE, BLOCK, DOUBLE, SINGLE, TEMPLATE, PATTERN],
  braced: [LINE, BLOCK, THREE, '@"(?:[^"]|"")*"', DOUBLE, CHARACTER],
  go: [LINE, BLOCK, DOUBLE, RAW, CHARACTER],
  rust: [
    LINE,
    BLOCK,
    String.raw`r#"[\s\S]*?(?:"#|${END})`,
    DOUBLE,
    CHARACTER,
    String.raw`'[a-z_]\w*`,
  ],
  python: [HASH, THREE, String.raw`'''[\s\S]*?(?:'''|${END})`, DOUBLE, SINGLE],
  php: [LINE, BLOCK, HASH, String.raw`"(?:[^"\\]|\\[\s\S])*"`, String.raw`'(?:[^'\\]|\\[\s\S])*'`],
  style: [BLOCK, DOUBLE, SINGLE, String.raw`url\((?:[^)"'\n\\]|\\.)*\)`],
  nestedStyle: [BLOCK, LINE, DOUBLE, SINGLE, String.raw`url\((?:[^)"'\n\\]|\\.)*\)`],
};

const TOKENS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(PIECES).map(([family, pieces]) => [
    family,
    new RegExp(`${pieces.join("|")}|[()[\\]{}"'\`]`, "gmu"),
  ]),
);
const PARTNERS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

const SIGNS: ReadonlySet<string> = new Set("()[]{}\"'`");

/** The family of a language by how its strings and comments are written. */
export function bracketFamily(language: string): BracketFamily | undefined {
  return FAMILIES.find((family) => languages.families[family].includes(language));
}

export function partnerOf(sign: string): string | undefined {
  return PARTNERS.get(sign);
}

export function scanBrackets(code: string, family: BracketFamily): BracketScan {
  const pattern = TOKENS.get(family);
  const open: Bracket[] = [];
  const misfits: { closing: Bracket; open: Bracket | undefined }[] = [];
  let isUnsure = false;
  for (const { 0: sign, index: at } of pattern === undefined ? [] : code.matchAll(pattern)) {
    if (!SIGNS.has(sign)) continue;
    if (PARTNERS.has(sign)) open.push({ at, sign });
    else if (/["'`]/.test(sign)) isUnsure = true;
    else {
      const top = open.at(-1);
      if (top !== undefined && PARTNERS.get(top.sign) === sign) open.pop();
      else misfits.push({ closing: { at, sign }, open: top });
    }
  }
  return { misfits, open, isUnsure };
}
