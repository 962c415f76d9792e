import {
  alsoAt,
  type CodeBlock,
  codeBlockOf,
  defineRule,
  excerpt,
  insert,
  isCalledWrong,
  isCounterexample,
  isDeniedAfter,
  replace,
  taggedCodeBlocks,
} from "../../src/rules.js";
import { lostAsync } from "./lib/code/awaits.js";
import { type CodeCharacters, codeCharacters } from "./lib/code/characters.js";
import { misspeltClosings } from "./lib/code/closing-tags.js";
import { lostContinuation } from "./lib/code/continuations.js";
import { copyButton } from "./lib/code/copy-button.js";
import { crossedBracket } from "./lib/code/crossed-brackets.js";
import { diagramSlip } from "./lib/code/diagrams.js";
import { unevenTemplate } from "./lib/code/go-templates.js";
import { missingHighlight } from "./lib/code/highlights.js";
import { inlineDefects, showsCharacters } from "./lib/code/inline-code.js";
import { jsonDefect } from "./lib/code/json-samples.js";
import { htmlAttributes } from "./lib/code/jsx-attributes.js";
import { openSign } from "./lib/code/open-signs.js";
import { pipedShells } from "./lib/code/piped-shell.js";
import { commandDashes } from "./lib/code/plain-commands.js";
import { otherSections } from "./lib/code/section-names.js";
import { yamlIndentDefect, yamlTab } from "./lib/code/yaml-samples.js";

const KINDS: readonly CodeCharacters[] = [
  "quotes",
  "dash",
  "fullWidth",
  "invisible",
  "noBreakSpace",
  "homoglyph",
];

/** What code that shows another mistake has no use for. */
const LOOK_ALIKES: readonly CodeCharacters[] = ["quotes", "fullWidth"];

/** Code that fails when a reader copies it. */
export default defineRule({
  id: "text/code-sample",
  summary: "Code that readers copy should work",
  fixes: ["suggestion"],
  references: ["RFC 8259"],
  messages: {
    quotes: {
      severity: "warning",
      what: "The code has curly quotation marks: {text}.",
      why: "Programs know straight ones only, so the code fails when readers copy it.",
      help: "Write straight quotation marks.",
    },
    dash: {
      severity: "warning",
      what: 'The command has a dash before the option "{text}".',
      why: "Options begin with hyphens, so the command fails when readers copy it.",
      help: "Write {meant} instead.",
    },
    fullWidth: {
      severity: "warning",
      what: 'The code has the full-width mark "{text}".',
      why: "Programs do not take it for {meant}, so the code fails when readers copy it.",
      help: "Write {meant} instead.",
    },
    invisible: {
      severity: "warning",
      what: "The code contains the invisible character {text}.",
      why: "Nobody sees why the code fails when it is copied.",
      help: "Delete it.",
    },
    noBreakSpace: {
      severity: "warning",
      what: "The code contains {space} ({text}) outside of strings.",
      why: "The language does not take it for a space, so the code fails when readers copy it.",
      help: "Replace it with a plain space.",
    },
    homoglyph: {
      severity: "warning",
      what: 'The name "{text}" in the code mixes letters of two scripts that look the same.',
      why: "To a program it is another name than the one that readers see.",
      help: "Write {meant} instead.",
    },
    open: {
      severity: "warning",
      what: "The sign {sign} in this code has no other half.",
      why: "No parser takes it, so the code fails when readers copy it.",
      help: "Write its other half, or delete it.",
    },
    continuation: {
      severity: "warning",
      what: "This line of a command ends without a backslash, but the next one goes on.",
      why: "Shells run the line alone, and take the option in the next one for a command.",
      help: "Write a backslash at its end.",
    },
    await: {
      severity: "warning",
      what: "The code uses await in a function that is not async.",
      why: "JavaScript refuses the whole file, so the code fails when readers copy it.",
      help: "Write async before the function.",
    },
    diagram: {
      severity: "warning",
      what: 'There is no kind of diagram "{word}".',
      why: "Readers see an error in place of the diagram.",
      help: "Write {meant}.",
    },
    htmlAttribute: {
      severity: "warning",
      what: 'This JSX has the attribute "{written}", which React calls "{meant}".',
      why: "All other JSX of the article has the name of React, which warns of the other one.",
      help: 'Write "{meant}".',
    },
    openString: {
      severity: "warning",
      what: "The string that begins with {sign} does not end on its line.",
      why: "In this language strings end on the line they begin on, so the code fails when readers copy it.",
      help: "Close the string, or write the whole of it on one line.",
    },
    trailingComma: {
      severity: "warning",
      what: "This JSON has a comma after a last member.",
      why: "JSON does not allow it, so the file is refused when readers copy it.",
      help: "Delete the comma.",
    },
    missingComma: {
      severity: "warning",
      what: "This JSON lacks a comma between two members.",
      why: "The file is refused when readers copy it.",
      help: "Add the comma.",
    },
    yamlTab: {
      severity: "warning",
      what: "This line of YAML is indented with a tab.",
      why: "YAML parsers refuse tabs there, so the file is refused when readers copy it.",
      help: "Indent the line with spaces.",
    },
    copyButton: {
      severity: "warning",
      what: 'The code begins with the label of a copy button: "{text}".',
      why: "It was copied along from a chat or a page, and the code fails when readers copy it.",
      help: "Delete the label.",
    },
    yamlIndent: {
      severity: "warning",
      what: "YAML parsers reject this indentation.",
      why: "The line belongs to no entry above it, so the file is refused when readers copy it.",
      help: "Indent the line like its siblings.",
    },
    closingTag: {
      severity: "warning",
      what: "The code closes <{name}> with the misspelled tag </{written}>.",
      why: "The element stays open when readers copy the code.",
      help: "Write </{name}>.",
    },
    highlight: {
      severity: "warning",
      what: "The fence highlights line {line}, but the code has {lines}.",
      why: "Readers do not see what the text is about: that line does not exist.",
      help: "Highlight the line that is meant.",
    },
    highlightEnd: {
      severity: "info",
      what: "The fence highlights lines up to {line}, but the code has {lines}.",
      why: "The lines were counted otherwise, so readers may see others marked than are meant.",
      help: "Count the lines of the code, and correct the numbers.",
    },
    unevenBlocks: {
      severity: "warning",
      what: "This template opens {open} and has {ends}.",
      why: "Each if, range, with, define and block needs one, so the template fails when readers copy it.",
      help: "Write an end for each of them.",
    },
    otherSection: {
      severity: "warning",
      what: 'The code calls "{other}", but the section is about "{own}".',
      why: "In all other sections of the page, the code begins with the name in the heading.",
      help: 'Write "{own}", or correct the heading.',
    },
    pipedHttp: {
      severity: "warning",
      what: "A shell runs a download over http: {text}.",
      why: "Whoever is between the reader and the server can run any command on the reader's computer.",
      help: "Write https://.",
    },
    pipedUnverified: {
      severity: "warning",
      what: "A shell runs an unverified download: {text}.",
      why: "Whoever is between the reader and the server can run any command on the reader's computer.",
      help: "Delete the option that switches off the check of certificates.",
    },
  },
  check({ article, report }) {
    const blocks: CodeBlock[] = [];
    const look = (block: CodeBlock): void => {
      blocks.push(block);
      const label = copyButton(block);
      if (label !== undefined) {
        const { range, text, lines } = label;
        const suggestions = [{ message: "Delete the label", edits: [replace(lines, "")] }];
        report({ messageId: "copyButton", range, data: { text }, suggestions });
      }
      const missing = missingHighlight(block);
      if (missing !== undefined) {
        const lines = block.lines.length === 1 ? "one line" : `${block.lines.length} lines`;
        const messageId = missing.isEnd ? "highlightEnd" : "highlight";
        report({ messageId, range: block.fence, data: { line: missing.line, lines } });
      }
      for (const { name, written, range } of misspeltClosings(block)) {
        const suggestions = [{ message: `Write </${name}>`, edits: [replace(range, name)] }];
        report({ messageId: "closingTag", range, data: { name, written }, suggestions });
      }
      if (isCalledWrong(article, block)) return;
      const isDenied = isCounterexample(article, block);
      const defects = codeCharacters(block).filter(
        ({ kind }) => kind !== "homoglyph" || !showsCharacters(article),
      );
      for (const kind of isDenied ? LOOK_ALIKES : KINDS) {
        const [first, ...others] = defects.filter((defect) => defect.kind === kind);
        if (first === undefined) continue;
        const edits = [first, ...others].flatMap(({ start, end, meant }) =>
          meant === undefined ? [] : [replace({ start, end }, meant)],
        );
        const place = {
          range: { start: first.start, end: first.end },
          related: alsoAt(others),
          suggestions:
            edits.length <= others.length ? [] : [{ message: "Write the plain characters", edits }],
        };
        const text = shown(kind, first.written, article.source.slice(first.end));
        if (kind === "dash" || kind === "fullWidth" || kind === "homoglyph")
          report({
            messageId: kind,
            ...place,
            data: { text, meant: (first.meant ?? "").trim() },
          });
        else if (kind === "noBreakSpace") {
          const space = first.written.startsWith("\u3000") ? "an ideographic" : "a no-break";
          report({ messageId: kind, ...place, data: { text, space: `${space} space` } });
        } else report({ messageId: kind, ...place, data: { text } });
      }
      if (isDenied || isDeniedAfter(article, block)) return;
      const json = jsonDefect(block);
      const [comma, ...commas] = json?.places ?? [];
      if (json !== undefined && comma !== undefined) {
        const isExtra = json.kind === "trailingComma";
        const edits = json.places.map((place) =>
          replace(place, isExtra ? "" : `${article.source.slice(place.start, place.end)},`),
        );
        report({
          messageId: json.kind,
          range: comma,
          related: alsoAt(commas),
          suggestions: [{ message: isExtra ? "Delete the comma" : "Add the comma", edits }],
        });
      }
      const [waits, ...others] = lostAsync(block);
      if (waits !== undefined)
        report({ messageId: "await", range: waits, related: alsoAt(others) });
      const slip = diagramSlip(block);
      if (slip !== undefined) {
        const { word, meant, range } = slip;
        const suggestions = [{ message: `Write ${meant}`, edits: [replace(range, meant)] }];
        report({ messageId: "diagram", range, data: { word, meant }, suggestions });
      }
      const open = openSign(block);
      if (open !== undefined)
        report({ messageId: open.kind, range: open.range, data: { sign: open.sign } });
      const crossed = open === undefined ? crossedBracket(block) : undefined;
      if (crossed !== undefined)
        report({ messageId: "open", range: crossed.range, data: { sign: crossed.sign } });
      const lost = lostContinuation(block);
      if (lost !== undefined) {
        const suggestions = [{ message: "Add the backslash", edits: [insert(lost.end, " \\")] }];
        report({ messageId: "continuation", range: lost, suggestions });
      }
      const tab = yamlTab(block);
      if (tab !== undefined) report({ messageId: "yamlTab", range: tab });
      const stray = tab === undefined ? yamlIndentDefect(block) : undefined;
      if (stray !== undefined) report({ messageId: "yamlIndent", range: stray });
      for (const { kind, command, start, end } of pipedShells(block)) {
        report({ messageId: kind, range: { start, end }, data: { text: excerpt(command) } });
      }
    };
    return {
      end() {
        for (const block of taggedCodeBlocks(article)) look(block);
        for (const { written, meant, range } of htmlAttributes(article, blocks)) {
          const suggestions = [{ message: `Write ${meant}`, edits: [replace(range, meant)] }];
          const data = { written, meant };
          report({ messageId: "htmlAttribute", range, certainty: "likely", data, suggestions });
        }
        for (const { own, other, range } of otherSections(article))
          report({ messageId: "otherSection", range, certainty: "likely", data: { own, other } });
      },
      code(element) {
        if (article.parentOf(element)?.tagName === "pre") return;
        for (const { kind, written, meant, start, end } of inlineDefects(article, element)) {
          const range = { start, end };
          const text = kind === "dash" ? optionAt(article.source, start) : shown(kind, written, "");
          const isWritten = article.source.slice(start, end) === written;
          const edits = isWritten ? [replace(range, meant)] : [];
          const suggestions = isWritten ? [{ message: "Write the plain characters", edits }] : [];
          if (kind === "dash" || kind === "homoglyph")
            report({ messageId: kind, range, data: { text, meant }, suggestions });
          else report({ messageId: kind, range, data: { text }, suggestions });
        }
      },
      pre(element) {
        const uneven = unevenTemplate(article, element);
        if (uneven !== undefined) {
          const open = uneven.open === 1 ? "one block" : `${uneven.open} blocks`;
          const ends = uneven.ends === 1 ? 'one "end"' : `${uneven.ends} "end"`;
          report({ messageId: "unevenBlocks", range: uneven.fence, data: { open, ends } });
        }
        const [dash, ...dashes] = commandDashes(article, element);
        if (dash !== undefined) {
          const { start, end, meant } = dash;
          const edits = [dash, ...dashes].map((one) =>
            replace({ start: one.start, end: one.end }, one.meant),
          );
          report({
            messageId: "dash",
            range: { start, end },
            data: { text: optionAt(article.source, start), meant },
            related: alsoAt(dashes.map((one) => ({ start: one.start, end: one.end }))),
            suggestions: [{ message: "Write the plain characters", edits }],
          });
        }
        const block = codeBlockOf(article, element);
        if (block !== undefined) look(block);
      },
    };
  },
});

/** A character as a message can show it. */
function shown(kind: CodeCharacters, written: string, after: string): string {
  if (kind === "dash") return written + (/^[\w-]*/.exec(after)?.[0] ?? "");
  if (kind !== "invisible" && kind !== "noBreakSpace") return excerpt(written);
  return `U+${(written.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** An option with the dash before it. */
function optionAt(source: string, start: number): string {
  return /^.[\w-]*/.exec(source.slice(start, start + 60))?.[0] ?? "";
}
