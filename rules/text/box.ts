import * as z from "zod";
import { bySite, defineRule, excerpt, nearestOf, rangeSchema, replace } from "../../src/rules.js";

/** A name that a site uses so often is one of its own. */
const OWN_NAME = 3;

const slipSchema = z.strictObject({
  name: z.string(),
  meant: z.string(),
  range: rangeSchema,
  mended: z.string(),
});

/** The kind of box that a name with a slip means. */
function meantBy(name: string, names: readonly string[]): string | undefined {
  return nearestOf(name, names, { limit: name.length > 8 ? 2 : 1, swaps: true });
}

export default defineRule({
  id: "text/box",
  summary: "Boxes such as notes and tabs are opened, filled and closed",
  fixes: ["suggestion"],
  facts: z.array(slipSchema),
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
      why: "Readers see the line as it was typed, its content without the box, or a box without its look.",
      help: "Write {meant}.",
    },
    text: {
      severity: "error",
      what: 'The line "{line}" opens no box, as it is written.',
      why: "Readers see the line in the text.",
      help: "Write {mended}.",
    },
    alert: {
      severity: "error",
      what: "{engine} makes no box of the quotation with {line}.",
      why: "Alerts are GitHub's: readers of the site see {line} in the text.",
      help: "Write the box as the engine has it, or a quotation without {line}.",
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
  check({ article, engine, settings, report, leaveFact }) {
    if (article.format === "html") return;
    const slips: z.infer<typeof slipSchema>[] = [];
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
          const meant = meantBy(name, names);
          if (meant === undefined) break;
          slips.push({ name, meant, range: { ...range }, mended: written.replace(name, meant) });
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
        case "alert":
          report({ messageId: kind, range, data: { line, engine: engine.label } });
          break;
        case "empty":
          report({ messageId: kind, range, data: { line } });
      }
    }
    if (slips.length > 0) leaveFact(slips);
  },
  site({ articles, report }) {
    for (const members of bySite(articles)) {
      const uses = new Map<string, number>();
      for (const { fact = [] } of members)
        for (const { name } of fact) uses.set(name, (uses.get(name) ?? 0) + 1);
      for (const { facts, fact = [] } of members) {
        for (const { name, meant, range, mended } of fact) {
          if ((uses.get(name) ?? 0) >= OWN_NAME) continue;
          const edits = [replace(range, mended)];
          report({
            path: facts.path,
            range,
            messageId: "misspelt",
            certainty: "likely",
            data: { name, meant },
            suggestions: [{ message: `Write "${meant}"`, edits }],
          });
        }
      }
    }
  },
});
