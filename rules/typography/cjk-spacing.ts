import * as z from "zod";
import {
  alsoAt,
  defineRule,
  type Edit,
  type ProseText,
  proseTextsOf,
  type Range,
  replace,
} from "../../src/rules.js";
import { type Gap, gapsBesideMarks, gapsBetweenHan, layoutTest } from "./lib/cjk-spacing.js";
import table from "./lib/cjk-spacing.json" with { type: "json" };
import { type Meeting, meetingsOf } from "./lib/latin-spacing.js";

/** The share of places that makes one way the usual one of the article. */
const CLEAR_MAJORITY = 0.8;
/** With fewer places, no way is the usual one. */
const LEAST_PLACES = 4;

interface Place {
  readonly range: Range;
  readonly edit: Edit;
}

interface SpacePlace extends Place {
  readonly sure: boolean;
}

interface MeetingPlace extends Place {
  readonly spaced: boolean;
}

export default defineRule({
  id: "typography/cjk-spacing",
  summary: "Chinese has no spaces between characters, and one way of spacing next to Latin words",
  fixes: ["safe", "suggestion"],
  references: ["https://www.w3.org/TR/clreq/#mixed_text_composition_in_horizontal_writing_mode"],
  options: z.strictObject({
    latin: z
      .enum(["consistent", "require", "forbid", "ask", "ignore"])
      .default("consistent")
      .describe(
        "Spaces between CJK characters and Latin words: `consistent` follows most of the article, `require` always, `forbid` never, `ask` offers both ways, `ignore` does not check.",
      ),
    numbers: z
      .boolean()
      .default(false)
      .describe("Whether numbers next to CJK characters are checked like Latin words."),
    units: z
      .array(z.string().min(1))
      .default(table.units)
      .describe("Units that may always follow a number without a space."),
  }),
  messages: {
    between: {
      severity: "warning",
      what: "A space separates two Chinese characters{places}.",
      why: "Chinese is written without spaces, so readers take it for a break in the sentence.",
      help: "Delete the space, or write the missing punctuation mark.",
    },
    "beside-mark": {
      severity: "info",
      what: "A space appears next to a full-width punctuation mark{places}.",
      why: "The mark already includes a gap, so the line shows a hole there.",
      help: "Delete the space.",
    },
    mixed: {
      severity: "warning",
      what: "CJK characters and Latin words are set {minority} a space here, {majority} one elsewhere.",
      why: "The article uses both ways ({count} against {rest} places), which looks careless.",
      help: "Set them {way} throughout the article.",
    },
    "space-missing": {
      severity: "warning",
      what: "A space is missing between a CJK character and a Latin word{places}.",
      why: "The config of this site requires a space there.",
      help: "Add the space.",
    },
    "space-forbidden": {
      severity: "warning",
      what: "A space appears between a CJK character and a Latin word{places}.",
      why: "The config of this site allows no space there.",
      help: "Delete the space.",
    },
  },
  check({ article, options, report }) {
    const proses = proseTextsOf(article).filter(
      ({ language }) => language === "zh" || language === "ja",
    );
    if (proses.length === 0) return;
    const chinese = proses.filter(({ language }) => language === "zh");
    const isLayout = layoutTest(article);
    const running = chinese.filter((prose) => !isLayout(prose));

    const between = running.flatMap((prose) => gapPlaces(prose, gapsBetweenHan(prose)));
    // Certain mistakes are one finding with a fix; the others are another finding, for a person to decide.
    for (const sure of [true, false]) {
      const places = between.filter((place) => place.sure === sure);
      const [torn, ...others] = places;
      if (torn === undefined) continue;
      const edits = places.map(({ edit }) => edit);
      report({
        messageId: "between",
        range: torn.range,
        data: { places: counted(places.length) },
        related: alsoAt(others, () => "another space"),
        ...(sure ? { fix: edits } : { suggestions: [{ message: deletion(places.length), edits }] }),
      });
    }

    const beside = chinese.flatMap((prose) => gapPlaces(prose, gapsBesideMarks(prose)));
    const [doubled, ...doubledOthers] = beside;
    if (doubled !== undefined) {
      report({
        messageId: "beside-mark",
        range: doubled.range,
        data: { places: counted(beside.length) },
        related: alsoAt(doubledOthers, () => "another space"),
        fix: beside.map(({ edit }) => edit),
      });
    }

    if (options.latin === "ignore") return;
    const meetings = proses.flatMap((prose) =>
      meetingsOf(prose, options).map((meeting) => meetingPlace(prose, meeting)),
    );
    const spaced = meetings.filter((place) => place.spaced);
    const joined = meetings.filter((place) => !place.spaced);
    if (options.latin === "require" || options.latin === "forbid") {
      const wrong = options.latin === "require" ? joined : spaced;
      const [first, ...others] = wrong;
      if (first === undefined) return;
      report({
        messageId: options.latin === "require" ? "space-missing" : "space-forbidden",
        range: first.range,
        data: { places: counted(wrong.length) },
        related: alsoAt(others),
        fix: wrong.map(({ edit }) => edit),
      });
      return;
    }

    const [fewer, more] = spaced.length < joined.length ? [spaced, joined] : [joined, spaced];
    const [first, ...others] = fewer;
    if (first === undefined || meetings.length < LEAST_PLACES) return;
    const fewerSpaced = fewer === spaced;
    const isClear = more.length / meetings.length >= CLEAR_MAJORITY;
    const fixes = isClear && options.latin === "consistent";
    const edits = fewer.map(({ edit }) => edit);
    report({
      messageId: "mixed",
      range: first.range,
      data: {
        minority: fewerSpaced ? "with" : "without",
        majority: fewerSpaced ? "without" : "with",
        count: fewer.length,
        rest: more.length,
        way: !fixes ? "one way" : fewerSpaced ? "without a space" : "with a space",
      },
      related: alsoAt(others),
      ...(fixes
        ? { fix: edits }
        : {
            suggestions: [
              { message: fewerSpaced ? DELETE_ALL : ADD_ALL, edits },
              {
                message: fewerSpaced ? ADD_ALL : DELETE_ALL,
                edits: more.map(({ edit }) => edit),
              },
            ],
          }),
    });
  },
});

const ADD_ALL = "Put a space between CJK characters and Latin words everywhere";
const DELETE_ALL = "Delete all spaces between CJK characters and Latin words";

function counted(places: number): string {
  return places > 1 ? ` (${places} places)` : "";
}

function deletion(count: number): string {
  return count > 1 ? "Delete the spaces" : "Delete the space";
}

function gapPlaces({ paragraph }: ProseText, gaps: readonly Gap[]): readonly SpacePlace[] {
  return gaps.map(({ start, end, sure }) => {
    const range = paragraph.rangeOf(start, end);
    return { range, sure, edit: replace(range, "") };
  });
}

/** The range includes the two characters that meet, so that a missing space has a visible place. */
function meetingPlace({ paragraph }: ProseText, meeting: Meeting): MeetingPlace {
  const { start, end, spaced } = meeting;
  const range = paragraph.rangeOf(meeting.from, meeting.to);
  const at = range.start + start - meeting.from;
  return { range, spaced, edit: { start: at, end: at + end - start, text: spaced ? "" : " " } };
}
