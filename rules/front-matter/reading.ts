import { defineRule, lineAt, quoted, readWithGrayMatter, replace } from "../../src/rules.js";
import { differencesFrom, hidesAt, isExplained, isSimplest } from "./lib/reading.js";

/** Of what stands in place of a language, so much is shown. */
const LONGEST_WORD = 20;
const FENCE = /^\uFEFF?---/;

/** Front matter that the engine's own reader, gray-matter, hands over in another way than it is written. */
export default defineRule({
  id: "front-matter/reading",
  summary: "The engine reads front matter as written",
  fixes: ["suggestion"],
  references: ["gray-matter 4: index.js"],
  messages: {
    unread: {
      severity: "error",
      what: '{engine} prints this front matter as text, because it begins with "{fence}".',
      why: "{engine} recognizes front matter only between lines of ---, so the page has none of these values.",
      help: "Write it as YAML between two lines of ---.",
    },
    language: {
      severity: "error",
      what: '{engine} reads "{language}" after --- as a language, and does not know it.',
      why: "Text after --- at the start of a file names the language of the front matter. An unknown language stops the build.",
      help: "Write --- alone on the line, or begin the file with another line.",
    },
    swallowed: {
      severity: "error",
      what: "{engine} reads this --- as the start of front matter, so the text below it is lost.",
      why: "The front matter ends at the next line that begins with ---, or at the end of the file. Text in it is missing from the page, or stops the build.",
      help: "Write the horizontal rule as ***, or add front matter above it.",
    },
    refused: {
      severity: "error",
      what: "{engine} cannot read this line of front matter, so the build stops.",
      why: "Its YAML parser reports: {reason}.",
      help: "Write the line in simpler YAML. Put text in quotation marks.",
    },
    lost: {
      severity: "warning",
      what: '{engine} reads the key "{key}" under another name.',
      why: "Its YAML parser reads the key as a number, a date or a list, so templates do not find it under this name.",
      help: "Put the key in quotation marks.",
    },
    otherwise: {
      severity: "warning",
      what: '{engine} reads the value of "{key}" as {read}, not as {written}.',
      why: "Its YAML parser has other rules for numbers.",
      help: "Put the value in quotation marks if it is text. Otherwise write the number in plain digits.",
    },
  },
  check({ article, engine: reader, report }) {
    const { frontMatter, source, bodyStart } = article;
    const { grayMatterYaml } = reader.frontMatter;
    if (grayMatterYaml === undefined || isExplained(article, reader)) return;
    if (frontMatter === undefined ? !FENCE.test(source) : isSimplest(article, frontMatter)) return;
    const engine = reader.label;
    const opening = frontMatter?.openingFence ?? lineAt(source, 0);
    const fence = source.slice(opening.start, opening.end);
    if (!fence.includes("---")) {
      report({ messageId: "unread", range: opening, data: { engine, fence } });
      return;
    }
    // Sites may teach gray-matter TOML, which it does not know by itself.
    if (frontMatter?.format === "toml") return;
    const reading = readWithGrayMatter(source, grayMatterYaml);
    if (reading?.outcome === "unknown-language") {
      const language = reading.language.slice(0, LONGEST_WORD);
      report({ messageId: "language", range: opening, data: { engine, language } });
    } else if (reading !== undefined && frontMatter === undefined) {
      const end = reading.outcome === "read" ? reading.bodyStart : source.length;
      const below = source.slice(Math.max(bodyStart, opening.end), end);
      if (below.trim() === "") return;
      const dashes = { start: opening.end - 3, end: opening.end };
      const edits = [replace(dashes, "***")];
      const suggestions = [{ message: "Write the horizontal rule as ***", edits }];
      report({ messageId: "swallowed", range: dashes, data: { engine }, suggestions });
    } else if (reading?.outcome === "refused") {
      const range = lineAt(source, reading.at);
      if (frontMatter !== undefined && !hidesAt(article, frontMatter, range))
        report({ messageId: "refused", range, data: { engine, reason: reading.reason } });
    } else if (reading !== undefined && frontMatter !== undefined) {
      for (const difference of differencesFrom(article, frontMatter, reading.data)) {
        const { key, range, written, read, isPlain } = difference;
        const text = quoted(source.slice(range.start, range.end), "yaml");
        const suggestions = isPlain
          ? [{ message: "Put it in quotation marks", edits: [replace(range, text)] }]
          : [];
        const place = { range, suggestions };
        if (read === undefined) report({ messageId: "lost", ...place, data: { engine, key } });
        else report({ messageId: "otherwise", ...place, data: { engine, key, read, written } });
      }
    }
  },
});
