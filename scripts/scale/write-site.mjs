import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { random } from "../random.mjs";

const SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya zu".split(" ");
const COMMON = "the of and to in is that for it as was with be by on not he his but at are".split(
  " ",
);
const HAN = Array.from({ length: 2500 }, (_, index) => String.fromCharCode(0x4e00 + index * 7));
const BOILERPLATE =
  "The views in this column are those of its author and not those of the newspaper.";

/** Numbers of the article that a later one copies with small changes; undefined for most. */
const copiedBy = (number) => (number % 50 === 49 ? number - 49 : undefined);

function word(next) {
  if (next() < 0.45) return COMMON[Math.floor(next() * COMMON.length)];
  let made = "";
  const syllables = 1 + Math.floor(next() * 3);
  // Squared, so that some syllables are common, as in a language.
  for (let count = 0; count <= syllables; count++) {
    made += SYLLABLES[Math.floor(next() ** 2 * SYLLABLES.length)];
  }
  return made;
}

function sentence(next, wide) {
  const length = 6 + Math.floor(next() * 14);
  if (wide) {
    const characters = Array.from(
      { length: length * 2 },
      () => HAN[Math.floor(next() ** 2 * HAN.length)],
    );
    return `${characters.join("")}。`;
  }
  // No word twice in a row, which would be a finding of its own.
  const words = Array.from({ length }, () => word(next))
    .filter((one, index, all) => one !== all[index - 1])
    .join(" ");
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
}

/** A text of paragraphs and headings without any markup of links: the part that copies share. */
export function plainText(number) {
  const original = copiedBy(number);
  const next = random((original ?? number) + 1);
  const wide = (original ?? number) % 5 === 4;
  const blocks = [];
  const paragraphs = 5 + Math.floor(next() * 14);
  for (let index = 0; index < paragraphs; index++) {
    if (index % 4 === 3) blocks.push(`## Part ${index} ${word(next)}`);
    const sentences = Array.from({ length: 2 + Math.floor(next() * 4) }, () =>
      sentence(next, wide),
    );
    blocks.push(sentences.join(wide ? "" : " "));
  }
  if (original !== undefined) blocks[0] = `${sentence(random(number), wide)} ${blocks[0]}`;
  if (number % 3 === 0) blocks.push(BOILERPLATE);
  return blocks;
}

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

const padded = (number) => String(number).padStart(6, "0");
const folderOf = (number) => `section-${Math.floor(number / 100)}`;
const day = (number) => new Date(Date.UTC(2010, 0, 1 + (number % 5000))).toISOString().slice(0, 10);

/** Each engine's place for an article, and how others link to it. */
const LAYOUTS = {
  none: {
    file: (number) => `docs/${folderOf(number)}/article-${padded(number)}.md`,
    link: (number) => `../${folderOf(number)}/article-${padded(number)}.md`,
    images: "static/images",
    config: [
      "copydesk.config.json",
      '{ "engine": "none", "site": { "complete": true, "staticDirs": ["static"] } }\n',
    ],
  },
  hexo: {
    file: (number) => `source/_posts/article-${padded(number)}.md`,
    link: (number) => `/${day(number).replaceAll("-", "/")}/article-${padded(number)}/`,
    images: "source/images",
    config: [
      "_config.yml",
      "title: Scale\nurl: https://scale.example\npermalink: :year/:month/:day/:title/\n",
    ],
  },
};

export const ENGINES = Object.keys(LAYOUTS);

function article(number, total, { link }) {
  const next = random(number + 7_000_000);
  const blocks = plainText(number);
  for (let index = 0; index < blocks.length; index++) {
    if (blocks[index].startsWith("#") || next() > 0.6) continue;
    const target =
      next() < 0.5 ? Math.floor(next() * total) : Math.max(0, number - Math.floor(next() * 20));
    const broken = next() < 0.005 ? "-gone" : "";
    blocks[index] += ` See [article ${target}](${link(target).replace(/(\d{6})/, `$1${broken}`)}).`;
  }
  blocks.splice(2, 0, `![Quay ${word(next)} at ${word(next)}](/images/quay-${number % 200}.png)`);
  return [
    "---",
    `title: Article ${number} on ${word(next)} and ${word(next)}`,
    `date: ${day(number)}`,
    `tags: [tag-${number % 300}, tag-${number % 7}]`,
    `description: ${sentence(next, false)} ${sentence(next, false)}`,
    "---",
    "",
    blocks.join("\n\n"),
    "",
  ].join("\n");
}

/** Writes a site of `count` varied articles with links between them; every fiftieth is nearly a copy. */
export function writeSite(folder, count, engine) {
  const layout = LAYOUTS[engine];
  const [config, text] = layout.config;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, config), text);
  const images = path.join(folder, layout.images);
  mkdirSync(images, { recursive: true });
  for (let number = 0; number < 200; number++) {
    writeFileSync(path.join(images, `quay-${number}.png`), PIXEL);
  }
  const made = new Set();
  for (let number = 0; number < count; number++) {
    const file = path.join(folder, layout.file(number));
    if (!made.has(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
    made.add(path.dirname(file));
    writeFileSync(file, article(number, count, layout));
  }
}
