import * as z from "zod";
import {
  bySite,
  defineRule,
  excerpt,
  nearestOf,
  type Range,
  rangeSchema,
  replace,
} from "../../src/rules.js";

/** A name that a site uses so often is one of its own. */
const OWN_NAME = 3;

/** A box of a kind that many of the site are not is a slip: so many are of another kind, for each of at most so many. */
const LEAST_RATIO = 20;
const MOST_SLIPS = 2;

const foreignSchema = z.strictObject({
  name: z.string(),
  names: z.string(),
  range: rangeSchema,
  isOpen: z.boolean(),
  isAlert: z.boolean(),
});

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
  facts: z.strictObject({
    slips: z.array(slipSchema),
    foreign: z.array(foreignSchema),
    /** Boxes with a title alone. */
    alone: z.array(z.strictObject({ line: z.string(), range: rangeSchema })),
    /** How many boxes are as they should be. */
    sound: z.int().min(0),
  }),
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
    foreign: {
      severity: "error",
      what: '{engine} has no box "{name}".',
      why: "Readers see the line as it was typed, or its content without the box.",
      help: "Use one of its boxes: {names}.",
    },
    otherAlert: {
      severity: "warning",
      what: 'No other alert of the site has the name "{name}".',
      why: "What makes boxes of alerts may not know it, so readers see a plain quotation.",
      help: "Use one of the usual names: {names}.",
    },
    text: {
      severity: "error",
      what: 'The line "{line}" opens no box, as it is written.',
      why: "Readers see the line in the text.",
      help: "Write {mended}.",
    },
    alert: {
      severity: "error",
      what: "{engine} does not turn the quotation with {line} into a box.",
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
    alone: {
      severity: "warning",
      what: 'The box "{line}" has a title and nothing else.',
      why: "The other boxes of this site hold text: what follows is not indented, and is shown below the box.",
      help: "Indent the content of the box by four spaces.",
    },
    sameTab: {
      severity: "warning",
      what: 'Two tabs of one group are called "{label}".',
      why: "Readers cannot tell the two apart before they open them.",
      help: "Give each tab a name of its own.",
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
    const foreign: z.infer<typeof foreignSchema>[] = [];
    const alone: { readonly line: string; readonly range: Range }[] = [];
    let sound = 0;
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
          const { name, names, choice } = defect;
          const meant = meantBy(name, names);
          if (meant !== undefined)
            slips.push({ name, meant, range: { ...range }, mended: written.replace(name, meant) });
          else if (choice !== undefined)
            foreign.push({
              name,
              names: choice.join(", "),
              range: { ...range },
              isOpen: true,
              isAlert: true,
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
        case "alert":
          report({ messageId: kind, range, data: { line, engine: engine.label } });
          break;
        case "empty":
          report({ messageId: kind, range, data: { line } });
          break;
        case "sameTab": {
          const { label, first } = defect;
          const related = [{ range: first, message: "the other tab" }];
          report({ messageId: kind, range, data: { label: excerpt(label) }, related });
          break;
        }
        case "foreign": {
          const { name, isOpen } = defect;
          foreign.push({
            name,
            names: defect.names.join(", "),
            range: { ...range },
            isOpen,
            isAlert: false,
          });
          break;
        }
        case "alone":
          alone.push({ line, range: { ...range } });
          break;
        case "sound":
          sound += 1;
      }
    }
    if (slips.length + foreign.length + alone.length + sound > 0)
      leaveFact({ slips, foreign, alone, sound });
  },
  site({ articles, report }) {
    for (const members of bySite(articles)) {
      const uses = new Map<string, number>();
      const usesOf = (name: string): number => uses.get(name) ?? 0;
      let sound = 0;
      let alone = 0;
      for (const { fact } of members) {
        if (fact === undefined) continue;
        sound += fact.sound;
        alone += fact.alone.length;
        for (const { name } of [...fact.slips, ...fact.foreign]) uses.set(name, usesOf(name) + 1);
      }
      const isRare = (count: number): boolean =>
        count <= MOST_SLIPS && sound >= count * LEAST_RATIO;
      for (const { facts, fact, engine } of members) {
        const { path } = facts;
        for (const { name, meant, range, mended } of fact?.slips ?? []) {
          if (usesOf(name) >= OWN_NAME) continue;
          const edits = [replace(range, mended)];
          report({
            path,
            range,
            messageId: "misspelt",
            certainty: "likely",
            data: { name, meant },
            suggestions: [{ message: `Write "${meant}"`, edits }],
          });
        }
        for (const { name, names, range, isOpen, isAlert } of fact?.foreign ?? []) {
          if (isOpen && !isRare(usesOf(name))) continue;
          const data = { name, names, engine: engine.label };
          const messageId = isAlert ? "otherAlert" : "foreign";
          report({ path, range, messageId, certainty: "likely", data });
        }
        for (const { line, range } of fact?.alone ?? []) {
          if (!isRare(alone)) continue;
          report({ path, range, messageId: "alone", certainty: "likely", data: { line } });
        }
      }
    }
  },
});
