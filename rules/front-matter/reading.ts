import { defineRule, lineAt, quoted, readWithGrayMatter, replace } from "../../src/rules.js";
import { differencesFrom, hidesAt, isExplained, isSimplest } from "./lib/reading.js";

/** Of what stands in place of a language, so much is shown. */
const LONGEST_WORD = 20;
const FENCE = /^\uFEFF?---/;

/** Front matter that the engine's own reader, gray-matter, hands over in another way than it is written. */
export default defineRule({
  id: "front-matter/reading",
  summary: "The engine reads front matter as it is written",
  fixes: ["suggestion"],
  references: ["gray-matter 4: index.js"],
  messages: {
    unread: {
      severity: "error",
      what: 'Front matter that begins with "{fence}" is text to {engine}, which prints it.',
      why: "{engine} looks for a line of three dashes, so the page has none of these values.",
      help: "Write it as YAML between two lines of ---.",
    },
    language: {
      severity: "error",
      what: 'The word "{language}" after --- names no language that {engine} knows.',
      why: "Whatever follows --- at the start of a file is taken for the language of front matter, and an unknown one stops the build.",
      help: "Write --- and nothing else, or begin the file with another line.",
    },
    swallowed: {
      severity: "error",
      what: "This --- begins front matter to {engine}, so the text below it is lost.",
      why: "A file that begins with --- has front matter, down to the next line that begins with --- or to the end. Text in it stops the build or is missing from the page.",
      help: "Write the rule as ***, or begin the file with front matter of its own.",
    },
    refused: {
      severity: "error",
      what: "The build stops here, because {engine} cannot read this line of front matter.",
      why: "Its YAML parser says: {reason}.",
      help: "Write the line so that every YAML parser reads it; a text goes into quotation marks.",
    },
    lost: {
      severity: "warning",
      what: 'The key "{key}" gets another name when {engine} reads it.',
      why: "Its YAML parser takes the key for a number, a date or a list, so a template does not find it by this name.",
      help: "Put the key in quotation marks.",
    },
    otherwise: {
      severity: "warning",
      what: 'The value of "{key}" is {read} to {engine}, not {written}.',
      why: "Its YAML parser follows other rules for numbers.",
      help: "Quote the value if it is text; otherwise write the number in plain digits.",
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
      const suggestions = [{ message: "Write the rule as ***", edits }];
      report({ messageId: "swallowed", range: dashes, data: { engine }, suggestions });
    } else if (reading?.outcome === "refused") {
      const range = lineAt(source, reading.at);
      if (frontMatter !== undefined && !hidesAt(article, frontMatter, range))
        report({ messageId: "refused", range, data: { engine, reason: reading.reason } });
    } else if (reading !== undefined && frontMatter !== undefined) {
      for (const difference of differencesFrom(article, frontMatter, reading.data)) {
        const { key, range, written, read, isPlain } = difference;
        const text = quoted(source.slice(range.start, range.end), "yaml");
        const suggestions = isPlain ? [{ message: "Quote it", edits: [replace(range, text)] }] : [];
        const place = { range, suggestions };
        if (read === undefined) report({ messageId: "lost", ...place, data: { engine, key } });
        else report({ messageId: "otherwise", ...place, data: { engine, key, read, written } });
      }
    }
  },
});
