import { each, repeat, type Shapes, words } from "./make.js";

/** Shapes of MDX, and of what is left. */
export const mdxShapes: Shapes = {
  "mdx-exprs": ["mdx", 2000, (n) => repeat("{a}\n\n", n)],
  "mdx-exprs-inline": ["mdx", 900, (n) => repeat("{a} ", n)],
  "mdx-jsx": ["mdx", 4000, (n) => repeat("<A b={1} />\n\n", n)],
  "mdx-jsx-text": ["mdx", 4000, (n) => repeat("<A>x</A> y\n\n", n)],
  "mdx-imports": ["mdx", 3000, (n) => each(n, (i) => `import a${i} from "b"\n`)],
  "mdx-exports": ["mdx", 3000, (n) => each(n, (i) => `export const a${i} = 1\n\n`)],
  "mdx-broken-blocks": ["mdx", 2000, (n) => repeat("{a\n\n", n)],
  "mdx-broken-jsx": ["mdx", 2000, (n) => repeat("<A\n\n", n)],
  "mdx-broken-close": ["mdx", 2000, (n) => repeat("</A>\n\n", n)],
  "mdx-lt": ["mdx", 2000, (n) => repeat("a < b\n\n", n)],
  "mdx-attr-spread": ["mdx", 2000, (n) => repeat('<A {...b} c="d" />\n\n', n)],
  "mdx-style-obj": ["mdx", 2000, (n) => repeat('<p style={{color: "red"}}>x</p>\n\n', n)],
  "mdx-comment": ["mdx", 2000, (n) => repeat("{/* x */}\n\n", n)],
  "mdx-long-string": ["mdx", 50000, (n) => `{"${repeat("a", n)}"}\n`],
  "mdx-array": ["mdx", 20000, (n) => `export const a = [${repeat("1,", n)}]\n`],
  "mdx-plus": ["mdx", 20000, (n) => `export const a = ${repeat("1+", n)}1\n`],
  "mdx-member": ["mdx", 20000, (n) => `export const a = b${repeat(".c", n)}\n`],
  "mdx-call-chain": ["mdx", 400, (n) => `export const a = b${repeat("()", n)}\n`],
  "mdx-template-lit": ["mdx", 700, (n) => `export const a = \`${repeat("${b}", n)}\`\n`],
  "mdx-regex": ["mdx", 20000, (n) => `export const a = /${repeat("(a+)+", n)}/\n`],
  "mdx-arrow": ["mdx", 3000, (n) => `export const a = ${repeat("x=>", n)}1\n`],
  "mdx-comma": ["mdx", 20000, (n) => `export const a = (0${repeat(",1", n)})\n`],
  "mdx-exp": ["mdx", 20000, (n) => `export const a = 1${repeat("**1", n)}\n`],
  "mdx-nullish": ["mdx", 20000, (n) => `export const a = 1${repeat(" || 1", n)}\n`],
  "mdx-minus-minus": ["mdx", 20000, (n) => `export const a = ${repeat("- ", n)}1\n`],
  "mdx-tilde": ["mdx", 20000, (n) => `export const a = ${repeat("~", n)}1\n`],
  "mdx-plusunary": ["mdx", 20000, (n) => `{${repeat("+ ", n)}1}\n`],
  "mdx-async": ["mdx", 3000, (n) => `export const a = ${repeat("async x => ", n)}1\n`],
  "mdx-label": ["mdx", 3000, (n) => `export const a = () => {${repeat("a: ", n)};}\n`],
  "mdx-tagged": ["mdx", 20000, (n) => `export const a = b${repeat("``", n)}\n`],
  "mdx-optional": ["mdx", 3000, (n) => `export const a = b${repeat("?.c", n)}\n`],
  "mdx-type-lt": ["mdx", 3000, (n) => `export const a = 1${repeat("<1", n)}\n`],
  "mdx-import-deep-path": ["mdx", 20000, (n) => `import a from "${repeat("../", n)}"\n`],
  crlf: ["md", 20000, (n) => repeat("a\r\n", n)],
  "cr-only": ["md", 50000, (n) => repeat("a\r", n)],
  "mixed-eol": ["md", 20000, (n) => repeat("a\r\nb\nc\r", Math.floor(n / 3))],
  "blank-lines": ["md", 100000, (n) => `a\n${repeat("\n", n)}b`],
  "trailing-spaces": ["md", 30000, (n) => repeat("a   \n", n)],
  "blank-with-spaces": ["md", 30000, (n) => repeat("   \n", n)],
  "tabs-lines": ["md", 30000, (n) => repeat("\ta\n", n)],
  "spaces-inside": ["md", 30000, (n) => repeat("a     b ", n)],
  nul: ["md", 50000, (n) => repeat("a\u0000", n)],
  mojibake: ["md", 20000, (n) => repeat("\u00c3\u00a9 \u00e2\u20ac\u2122 ", n)],
  replacement: ["md", 50000, (n) => repeat("\ufffda", n)],
  placeholder: ["md", 10000, (n) => repeat("Lorem ipsum TODO XXX [insert here]\n\n", n)],
  residue: [
    "md",
    8000,
    (n) =>
      repeat(
        "Read more\n\nShare on Facebook\n\n\u8d23\u4efb\u7f16\u8f91\uff1a\u5f20\u4e09\n\n\u70b9\u51fb\u67e5\u770b\n\n",
        Math.floor(n / 4),
      ),
  ],
  "residue-one-para": [
    "md",
    8000,
    (n) => repeat("Read more \u8d23\u4efb\u7f16\u8f91\uff1a\u5f20\u4e09 \u5206\u4eab\u5230 ", n),
  ],
  expired: [
    "md",
    8000,
    (n) => repeat("Offer ends on 1 January 2020. Register by March 3, 2019!\n\n", n),
  ],
  "dates-many": [
    "md",
    8000,
    (n) =>
      each(
        n,
        (i) =>
          `on ${1 + (i % 31)} March 20${String(i % 99).padStart(2, "0")}, today and tomorrow. `,
      ),
  ],
  "excerpt-more": ["md", 10000, (n) => repeat("a\n\n<!-- more -->\n\n", n)],
  "title-in-body": [
    "md",
    6000,
    (n) => `---\ntitle: The same title here\n---\n\n${repeat("The same title here\n\n", n)}`,
  ],
  "header-image-many": [
    "md",
    4000,
    (n) =>
      `---\ntitle: T\nimage: a0.png\n---\n\n${each(n, (i) => `![Some words about ${words(i, 4)}](a${i}.png)\n\n`)}`,
  ],
  "lang-mix": ["md", 6000, (n) => each(n, (i) => `<span lang="x${i}">word</span> `)],
  "lang-foreign-runs": [
    "md",
    2000,
    (n) =>
      repeat(
        "This is an English paragraph with words of the language.\n\n\u042d\u0442\u043e \u0440\u0443\u0441\u0441\u043a\u0438\u0439 \u0430\u0431\u0437\u0430\u0446 \u043d\u0430 \u0440\u0443\u0441\u0441\u043a\u043e\u043c \u044f\u0437\u044b\u043a\u0435.\n\n",
        n,
      ),
  ],
  media: [
    "html",
    6000,
    (n) => each(n, (i) => `<video src=a${i}.mp4></video><audio src=b.mp3></audio>`),
  ],
  "embeds-shortcodes": [
    "md",
    6000,
    (n) => repeat("{% youtube abc %}\n\n{{< youtube abc >}}\n\n", n),
  ],
};
