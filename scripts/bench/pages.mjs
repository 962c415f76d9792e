import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { random } from "../random.mjs";

const WORD = /(?<![\p{L}\p{N}<>/&#"'=_.:-])\p{L}{4,}(?![\p{L}\p{N}<>/#"'=_.:-])/gu;
const HAN = /\p{Script=Han}/gu;
/** A line of prose: no code, tags, links, tables or keys of front matter in it. */
const PROSE = /^(?:[-*] |\d+\. )?[\p{L}“"(][^`<>[\]{}|:=\\$#]*$/u;

/** The Markdown pages of the real articles, or of the fixtures where those are not there. */
function sources(root) {
  const corpus = path.join(root, "..", "shared", "corpus");
  const folder = existsSync(corpus) ? corpus : path.join(root, "fixtures");
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.md$/.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), "utf8"));
}

/** A page with one word, or one Chinese character, in eight of its prose exchanged for another of the page. */
function vary(text, number) {
  const next = random(number + 1);
  const words = text.match(WORD) ?? [];
  const characters = text.match(HAN) ?? [];
  const other = (list) => list[Math.floor(next() * list.length)];
  return text
    .split("\n")
    .map((line) =>
      PROSE.test(line)
        ? line
            .replace(WORD, (word) => (next() < 1 / 8 ? other(words) : word))
            .replace(HAN, (character) => (next() < 1 / 8 ? other(characters) : character))
        : line,
    )
    .join("\n");
}

/** Writes `count` pages into `folder`: those of the sources by turns, each time with other words. */
export function writePages(root, folder, count) {
  const pages = sources(root);
  for (let number = 0; number < count; number++) {
    const text = pages[number % pages.length];
    const below = path.join(folder, String(Math.floor(number / 100)).padStart(3, "0"));
    mkdirSync(below, { recursive: true });
    const name = `${String(number).padStart(5, "0")}.md`;
    writeFileSync(path.join(below, name), number < pages.length ? text : vary(text, number));
  }
}
