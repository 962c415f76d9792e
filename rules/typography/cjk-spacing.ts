import * as z from "zod";
import {
  defineRule,
  type Edit,
  type ProseText,
  proseTextsOf,
  type Range,
} from "../../src/rules.js";
import { type Gap, gapsBesideMarks, gapsBetweenHan, layoutTest } from "./lib/cjk-spacing.js";
import table from "./lib/cjk-spacing.json" with { type: "json" };
import { type Meeting, meetingsOf } from "./lib/latin-spacing.js";

/** The share of places that makes one way the article's own. */
const CLEAR_MAJORITY = 0.8;
/** Fewer places show no way of the article. */
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
  summary: "Chinese is set without spaces, and its spacing beside Latin words follows one way",
  fixes: ["safe", "suggestion"],
  references: ["https://www.w3.org/TR/clreq/#mixed_text_composition_in_horizontal_writing_mode"],
  options: z.strictObject({
    latin: z
      .enum(["consistent", "require", "forbid", "ask", "ignore"])
      .default("consistent")
      .describe(
        "Spaces between CJK characters and Latin words: as most of the article has it, always, never, both ways offered, not judged.",
      ),
    numbers: z
      .boolean()
      .default(false)
      .describe("Whether numbers beside CJK characters are judged as Latin words are."),
    units: z
      .array(z.string().min(1))
      .default(table.units)
      .describe("What may follow a number directly in any case."),
  }),
  messages: {
    between: {
      severity: "warning",
      what: "A space between two Chinese characters tears the sentence apart{places}.",
      why: "",
      help: "Delete the space, or write the mark that belongs there.",
    },
    "beside-mark": {
      severity: "info",
      what: "A space beside a full-width mark doubles the gap that the mark already brings{places}.",
      why: "",
      help: "Delete the space.",
    },
    mixed: {
      severity: "warning",
      what: "Chinese or Japanese and Latin words are set {minority} a space here, but {majority} one elsewhere ({count} against {rest} places).",
      why: "",
      help: "Set them in one way throughout the article.",
    },
    "space-missing": {
      severity: "warning",
      what: "No space between a CJK character and a Latin word, though this site sets one{places}.",
      why: "",
      help: "Add the space.",
    },
    "space-forbidden": {
      severity: "warning",
      what: "Space between a CJK character and a Latin word, though this site sets none{places}.",
      why: "",
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
    // What can only be a slip is mended by itself; the rest is another finding, for a person to judge.
    for (const sure of [true, false]) {
      const places = between.filter((place) => place.sure === sure);
      const [torn, ...others] = places;
      if (torn === undefined) continue;
      const edits = places.map(({ edit }) => edit);
      report({
        messageId: "between",
        range: torn.range,
        data: { places: counted(places.length) },
        related: related(others, "a space here too"),
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
        related: related(doubledOthers, "a space here too"),
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
        related: related(others, "here too"),
        fix: wrong.map(({ edit }) => edit),
      });
      return;
    }

    const [fewer, more] = spaced.length < joined.length ? [spaced, joined] : [joined, spaced];
    const [first, ...others] = fewer;
    if (first === undefined || meetings.length < LEAST_PLACES) return;
    const fewerSpaced = fewer === spaced;
    const isClear = more.length / meetings.length >= CLEAR_MAJORITY;
    const edits = fewer.map(({ edit }) => edit);
    report({
      messageId: "mixed",
      range: first.range,
      data: {
        minority: fewerSpaced ? "with" : "without",
        majority: fewerSpaced ? "without" : "with",
        count: fewer.length,
        rest: more.length,
      },
      related: related(others, "here too"),
      ...(isClear && options.latin === "consistent"
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

const ADD_ALL = "Set a space between CJK characters and Latin words everywhere";
const DELETE_ALL = "Set no space between CJK characters and Latin words anywhere";

function counted(places: number): string {
  return places > 1 ? ` (${places} places)` : "";
}

function deletion(count: number): string {
  return count > 1 ? "Delete the spaces" : "Delete the space";
}

function related(places: readonly Place[], message: string) {
  return places.map(({ range }) => ({ range, message }));
}

function gapPlaces({ paragraph }: ProseText, gaps: readonly Gap[]): readonly SpacePlace[] {
  return gaps.map(({ start, end, sure }) => {
    const range = paragraph.rangeOf(start, end);
    return { range, sure, edit: { ...range, text: "" } };
  });
}

/** The two characters that meet are named, so that a missing space has a text to stand at. */
function meetingPlace({ paragraph }: ProseText, meeting: Meeting): MeetingPlace {
  const { start, end, spaced } = meeting;
  const range = paragraph.rangeOf(meeting.from, meeting.to);
  const at = range.start + start - meeting.from;
  return { range, spaced, edit: { start: at, end: at + end - start, text: spaced ? "" : " " } };
}
