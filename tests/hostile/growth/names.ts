import { capital, type Shapes, words, yaml } from "./make.js";

/** Different names without end, where rules compare each with all others. */
export const nameShapes: Shapes = {
  "comment-names": ["md", 3000, (n) => named(n, (name) => `<!-- ${name} -->\n\ntext\n\n`)],
  "fence-names": ["md", 3000, (n) => named(n, (name) => `\`\`\`${name}\na\n\`\`\`\n\n`)],
  "box-names": ["md", 3000, (n) => named(n, (name) => `::: ${name}\na\n:::\n\n`)],
  "shortcode-names": ["md", 3000, (n) => named(n, (name) => `{{< ${name} >}}\n\n`)],
  "block-tag-names": ["md", 3000, (n) => named(n, (name) => `{% ${name} %}\n\n`)],
  "label-names": ["md", 3000, (n) => named(n, (name) => `[text][${name}]\n\n`)],
  "heading-names": ["md", 3000, (n) => named(n, (name) => `## ${name}\n\n[a](#${name}x)\n\n`)],
  "file-names": ["md", 3000, (n) => named(n, (name) => `[a](${name}.md) ![b](${name}.png)\n\n`)],
  "class-names": ["html", 3000, (n) => named(n, (name) => `<p class="${name}" id="${name}">a</p>`)],
  "element-names": ["html", 3000, (n) => named(n, (name) => `<${name}-a>b</${name}-a>`)],
  "component-names": ["mdx", 3000, (n) => named(n, (name) => `<${capital(name)} />\n\n`)],
  "key-names": ["md", 1000, (n) => yaml(named(n, (name, index) => `${name}${index}: a\n`))],
  "topic-names": ["md", 1000, (n) => yaml(`tags:\n${named(n, (name) => `  - ${name}\n`)}`)],
  "capital-names": ["md", 3000, (n) => named(n, (name) => `The boat ${capital(name)} leaves.\n\n`)],
};

function named(count: number, part: (name: string, index: number) => string): string {
  return words(5, count).split(" ").map(part).join("");
}
