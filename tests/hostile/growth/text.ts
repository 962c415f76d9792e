import { capital, each, repeat, type Shapes, shuffled, WORDS, words } from "./make.js";

/** Shapes of lines, headings, paragraphs and names. */
export const textShapes: Shapes = {
  "long-line-commas": ["md", 3000, (n) => repeat(WORDS, n)],
  "long-line-distinct-words": ["md", 20000, (n) => words(1, n)],
  "long-word": ["md", 100000, (n) => repeat("a", n)],
  "long-word-mixedcase": ["md", 50000, (n) => repeat("aB", n)],
  "long-word-hyphens": ["md", 50000, (n) => repeat("a-", n)],
  "long-word-dots": ["md", 50000, (n) => repeat("a.", n)],
  "long-word-apos": ["md", 50000, (n) => repeat("a'", n)],
  "long-word-combining": ["md", 50000, (n) => `a${repeat("\u0301", n)}`],
  "zwj-run": ["md", 50000, (n) => repeat("\ud83d\udc68\u200d", n)],
  "zwsp-run": ["md", 50000, (n) => repeat("a\u200b", n)],
  "bidi-run": ["md", 50000, (n) => repeat("\u202ea", n)],
  "soft-hyphens": ["md", 50000, (n) => repeat("a\u00ad", n)],
  "nbsp-run": ["md", 50000, (n) => repeat("a\u00a0", n)],
  "ideographic-space": ["md", 50000, (n) => repeat("\u6f22\u3000", n)],
  "cjk-run": ["md", 60000, (n) => repeat("\u6f22\u5b57\u4eee\u540d\u4ea4", Math.floor(n / 5))],
  "cjk-latin-mix": ["md", 30000, (n) => repeat("\u6f22a", n)],
  "cjk-latin-mix-words": ["md", 10000, (n) => each(n, (i) => `\u6f22\u5b57${words(i, 1)}`)],
  "cjk-sentences-distinct": [
    "md",
    6000,
    (n) =>
      each(
        n,
        (i) =>
          `${each(12, (j) => String.fromCodePoint(19968 + ((i * 7919 + j * 104729) % 20000)), "")}\u3002`,
      ),
  ],
  "cjk-sentences-same": [
    "md",
    20000,
    (n) =>
      repeat("\u4fc4\u7f57\u65af\u4ee3\u8868\u56e2\u56e2\u957f\u6885\u6d25\u65af\u57fa\u3002", n),
  ],
  "cjk-names": [
    "md",
    8000,
    (n) =>
      each(
        n,
        (i) =>
          `\u603b\u7edf${String.fromCodePoint(19968 + (i % 200))}${String.fromCodePoint(19968 + ((i * 31) % 500))}${String.fromCodePoint(19968 + ((i * 17) % 700))}\u8bf4\u3002`,
      ),
  ],
  "cjk-names-dot": [
    "md",
    8000,
    (n) =>
      each(
        n,
        (i) =>
          `${each(4, (j) => String.fromCodePoint(19968 + ((i * 7 + j * 3) % 300)), "")}\u00b7${each(4, (j) => String.fromCodePoint(19968 + ((i * 5 + j) % 200)), "")}\u8bf4\u3002`,
      ),
  ],
  "fullwidth-punct": ["md", 30000, (n) => repeat("\uff0c\u3002", n)],
  "halfwidth-in-cjk": [
    "md",
    20000,
    (n) => repeat("\u6f22,\u5b57.\u6f22!\u5b57?", Math.floor(n / 2)),
  ],
  "quotes-words": ["md", 20000, (n) => repeat('"word ', n)],
  "quotes-pairs": ["md", 20000, (n) => repeat('"word" ', n)],
  "curly-nested": ["md", 20000, (n) => repeat("\u201ca \u2018b ", n)],
  "curly-nested-balanced": [
    "md",
    20000,
    (n) => repeat("\u201c\u2018", n) + repeat("\u2019\u201d", n),
  ],
  "quotes-per-paragraph": ["md", 20000, (n) => repeat('"word said.\n\n', n)],
  "apostrophes-decades": [
    "md",
    20000,
    (n) => repeat("'90s 'tis rock 'n' roll ", Math.floor(n / 4)),
  ],
  "headings-same": ["md", 8000, (n) => repeat("## same heading\n\ntext\n\n", n)],
  "headings-distinct": ["md", 8000, (n) => each(n, (i) => `## h ${i}\n\ntext ${i}\n\n`)],
  "headings-levels": [
    "md",
    8000,
    (n) => each(n, (i) => `${repeat("#", 1 + (i % 6))} h ${i % 97}\n\n`),
  ],
  "headings-slug-collide": ["md", 8000, (n) => each(n, (i) => `## a\n\n## a-${i}\n\n`)],
  "headings-html": ["html", 8000, (n) => each(n, (i) => `<h2>h ${i}</h2><p>x</p>`)],
  "headings-one-long": ["md", 30000, (n) => `# ${words(3, n)}`],
  "fake-headings": ["md", 8000, (n) => each(n, (i) => `**Heading ${i}**\n\ntext text text.\n\n`)],
  setext: ["md", 20000, (n) => repeat("a\n===\n", n)],
  "setext-long-paragraph": ["md", 20000, (n) => `${repeat("a b c\n", n)}===\n`],
  "headings-with-images": ["md", 5000, (n) => each(n, (i) => `## ![a](x${i}.png) [b](#c${i})\n\n`)],
  "paras-same": [
    "md",
    3000,
    (n) => repeat(`${repeat("The same paragraph, long enough to count, ", 3)}.\n\n`, n),
  ],
  "paras-near": [
    "md",
    3000,
    (n) => each(n, (i) => `Paragraph ${i}: ${repeat(WORDS, 3)}${words(i, 3)}.\n\n`),
  ],
  "paras-distinct": ["md", 3000, (n) => each(n, (i) => `${words(i, 25)}.\n\n`)],
  "paras-half-shared": [
    "md",
    3000,
    (n) => each(n, (i) => `${words(i % 50, 12)} ${words(i, 12)}.\n\n`),
  ],
  "paras-shared-sliding": [
    "md",
    3000,
    (n) => each(n, (i) => `${each(25, (j) => `w${i + j} `)}.\n\n`),
  ],
  "sentences-near": [
    "md",
    4000,
    (n) =>
      each(n, (i) => `The quick brown fox ${words(i, 1)} jumps over lazy dogs number ${i} today. `),
  ],
  "sentences-near-paras": [
    "md",
    4000,
    (n) =>
      each(
        n,
        (i) => `The quick brown fox ${words(i, 1)} jumps over lazy dogs number ${i} today.\n\n`,
      ),
  ],
  "sentences-same": [
    "md",
    6000,
    (n) => repeat("The quick brown fox jumps over the lazy dog today and tomorrow. ", n),
  ],
  "sentences-short": ["md", 30000, (n) => repeat("A. ", n)],
  "sentences-perm": ["md", 4000, (n) => each(n, (i) => `${capital(shuffled(i, 6))} again. `)],
  "repeated-words": ["md", 30000, (n) => repeat("the ", n)],
  "repeated-words-2": ["md", 30000, (n) => repeat("very good ", n)],
  abbreviations: ["md", 20000, (n) => repeat("Mr. J. R. Dr. U.S. ", Math.floor(n / 4))],
  "no-sentence-end": ["md", 20000, (n) => repeat("word, ", n)],
  "lines-in-para": ["md", 20000, (n) => each(n, (i) => `line ${i}\n`)],
  "hard-breaks": ["md", 20000, (n) => repeat("line  \n", n)],
  "hard-breaks-bs": ["md", 20000, (n) => repeat("line\\\n", n)],
  "br-html": ["html", 20000, (n) => repeat("a<br>", n)],
  "br-br-html": ["html", 20000, (n) => repeat("a<br><br>\n", n)],
  "names-distinct": [
    "md",
    6000,
    (n) =>
      each(
        n,
        (i) => `Mr ${`${capital(words(i, 1))}ov`} ${`${capital(words(i * 3 + 1, 1))}in`} wrote. `,
      ),
  ],
  "names-variants": [
    "md",
    6000,
    (n) =>
      each(
        n,
        (i) =>
          `President Aleks${repeat("aeiouy".charAt(i % 6), 1 + (i % 3))}ndr Push${repeat("aeiouy".charAt(Math.floor(i / 6) % 6), 1 + (Math.floor(i / 9) % 4))}kin wrote. `,
      ),
  ],
  "names-one-letter-off": [
    "md",
    6000,
    (n) =>
      each(
        n,
        (i) =>
          `Volodymyr Zelens${[...String(i)].map((c) => "abcdefghij".charAt(Number(c))).join("")} wrote to Joe. `,
      ),
  ],
  "names-same-surname": [
    "md",
    6000,
    (n) => each(n, (i) => `${capital(words(i, 1))} Medinsky said so. `),
  ],
  "names-long-chain": ["md", 20000, (n) => repeat("Anna Maria ", Math.floor(n / 2))],
  "names-caps": ["md", 20000, (n) => each(n, (i) => `${capital(words(i, 1))} `)],
  "names-cyr": [
    "md",
    6000,
    (n) =>
      each(
        n,
        (i) =>
          `\u041f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442 \u0412\u043b\u0430\u0434\u0438\u043c\u0438\u0440 ${capital([...String(i)].map((c) => "\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437\u0438\u043a".charAt(Number(c))).join(""))}\u043e\u0432 \u0441\u043a\u0430\u0437\u0430\u043b. `,
      ),
  ],
};

const MARKS: Readonly<Record<string, string>> = {
  bang: "!",
  quest: "?",
  dot: ".",
  dash: "-",
  emdash: "\u2014",
  quote: '"',
  apos: "'",
  curly: "\u201c",
  curlyclose: "\u201d",
  guill: "\u00ab",
  paren: "(",
  close: ")",
  tilde: "~",
  caret: "^",
  under: "_",
  eq: "=",
  plus: "+",
  hash: "#",
  pipe: "|",
  colon: ":",
  semi: ";",
  at: "@",
  dollar: "$",
  pct: "%",
  amp: "&",
  bs: "\\",
  cjkquote: "\u300c",
  cjkbook: "\u300a",
  ellip: "\u2026",
  brace: "{",
  cbrace: "}",
  lt: "<",
  bt: "`",
  tab: "\t",
  ls: "\u2028",
  vt: "\u000b",
  ff: "\f",
  nel: "\u0085",
};

/** Each mark many times in a row, and after each of many words. */
export const markShapes: Shapes = Object.fromEntries(
  Object.entries(MARKS).flatMap(([name, mark]): readonly (readonly [string, Shapes[string]])[] => [
    [`run-${name}`, ["md", 100000, (n) => `a ${mark.repeat(n)} b\n`]],
    [`sp-${name}`, ["md", 50000, (n) => `a${mark} `.repeat(n)]],
  ]),
);
