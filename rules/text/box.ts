import { defineRule, excerpt, nearestOf, replace } from "../../src/rules.js";

export default defineRule({
  id: "text/box",
  summary: "Boxes such as notes and tabs are opened, filled and closed",
  fixes: ["suggestion"],
  messages: {
    unclosed: {
      severity: "error",
      what: 'The box "{line}" is never closed.',
      why: "Everything after it is shown inside the box.",
      help: "Add {mark} on a line of its own where the box ends.",
    },
    stray: {
      severity: "error",
      what: "The {mark} on this line closes no box.",
      why: "Readers see the colons, and what should be in a box may not be.",
      help: "Delete the line, or add the line that opens the box.",
    },
    nested: {
      severity: "error",
      what: 'The box "{line}" closes the box around it, too.',
      why: "The outer box ends at the first line with as many colons as its own.",
      help: "Open and close the outer box with one more colon.",
    },
    misspelt: {
      severity: "error",
      what: 'There is no box "{name}".',
      why: "Readers see the line as it was typed, or its content without the box.",
      help: "Write {meant}.",
    },
    text: {
      severity: "error",
      what: 'The line "{line}" opens no box, as it is written.',
      why: "Readers see the line in the text.",
      help: "Write {mended}.",
    },
    off: {
      severity: "error",
      what: 'The line "{line}" opens no box on this site.',
      why: "The site's config does not turn on the extension {extension}: readers see the line.",
      help: "Add {extension} to the extensions of the site, or write a quotation instead.",
    },
    empty: {
      severity: "error",
      what: 'The box "{line}" is empty: what follows is not indented.',
      why: "The box holds only lines that are indented by four spaces; others are shown below it.",
      help: "Indent the content of the box by four spaces.",
    },
    untitled: {
      severity: "warning",
      what: 'The title in "{line}" has no quotation marks.',
      why: "Without them its words are names of classes, and readers do not see them.",
      help: "Write {mended}.",
    },
  },
  check({ article, engine, settings, report }) {
    if (article.format === "html") return;
    for (const defect of engine.markdown.boxDefectsOf(article, settings.site)) {
      const { kind, range } = defect;
      const written = article.source.slice(range.start, range.end);
      const line = excerpt(written.trim());
      switch (kind) {
        case "unclosed":
          report({ messageId: kind, range, data: { line, mark: defect.mark } });
          break;
        case "stray":
          report({ messageId: kind, range, data: { mark: defect.mark } });
          break;
        case "nested":
          report({
            messageId: kind,
            range,
            data: { line },
            related: [{ range: defect.outer, message: "the box around it" }],
          });
          break;
        case "unknown": {
          const { name, names } = defect;
          const meant = nearestOf(name, names, { limit: name.length > 4 ? 2 : 1, swaps: true });
          if (meant === undefined) break;
          const edits = [replace(range, written.replace(name, meant))];
          const suggestions = [{ message: `Write "${meant}"`, edits }];
          report({
            messageId: "misspelt",
            range,
            certainty: "likely",
            data: { name, meant },
            suggestions,
          });
          break;
        }
        case "text":
        case "untitled": {
          const { mended } = defect;
          const suggestions = [
            { message: `Write ${excerpt(mended)}`, edits: [replace(range, mended)] },
          ];
          report({ messageId: kind, range, data: { line, mended: excerpt(mended) }, suggestions });
          break;
        }
        case "off": {
          const data = { line, extension: defect.extension };
          report({ messageId: kind, range, certainty: "likely", data });
          break;
        }
        case "empty":
          report({ messageId: kind, range, data: { line } });
      }
    }
  },
});
