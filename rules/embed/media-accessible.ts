import {
  type Article,
  type Attribute,
  alsoAt,
  attributeOf,
  attributesOf,
  defineRule,
  type Element,
  insert,
  insertAttribute,
  isHidden,
  openingTagOf,
  type Range,
  rangeOf,
  removeAttribute,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { embedAddressOf, isDeadFormat } from "./lib/embeds.js";
import { type Media, mayHave, mediaOf } from "./lib/media.js";

const STARTS = /(?<=[?&;])autoplay=(?:1|true)(?![\w.])/i;
const SILENT = /[?&;]muted?=(?:1|true)(?![\w.])/i;

export default defineRule({
  id: "embed/media-accessible",
  summary: "Everyone can follow, stop and play videos and audio",
  fixes: ["suggestion"],
  references: [
    "WCAG 2.2 SC 1.2.2 Captions (Prerecorded)",
    "WCAG 2.2 SC 1.4.2 Audio Control",
    "WCAG 2.2 SC 2.2.2 Pause, Stop, Hide",
  ],
  messages: {
    captions: {
      severity: "warning",
      what: "This video has no captions.",
      why: "Readers who cannot hear it, or who have the sound off, miss what is said.",
      help: 'Add <track kind="captions" src="….vtt">, or add muted if the video has no sound.',
    },
    sound: {
      severity: "warning",
      what: "This <{tag}> starts by itself, with sound.",
      why: "The sound drowns out screen readers and drives readers away.",
      help: "Delete autoplay and add controls, so that readers start it themselves.",
    },
    unstoppable: {
      severity: "warning",
      what: "This video starts by itself and has no controls.",
      why: "Motion distracts some readers and makes others ill, and they cannot stop it.",
      help: "Add controls.",
    },
    frame: {
      severity: "warning",
      what: "The embedded player starts by itself, with sound.",
      why: "The sound drowns out screen readers and drives readers away.",
      help: "Replace {parameter} with autoplay=0 in the URL.",
    },
    unstartable: {
      severity: "warning",
      what: "This <{tag}> has no controls, and nothing in the article starts it.",
      why: "Readers cannot play it.",
      help: "Add controls.",
    },
    format: {
      severity: "warning",
      what: "This <{tag}> uses a format that no current browser plays.",
      why: "Readers see an empty box.",
      help: "Offer MP4 or WebM for video and MP3 or AAC for audio, or link to the file.",
    },
    poster: {
      severity: "info",
      what: "This video has no poster image.",
      why: "Until it loads, readers see an empty box that does not say what the video shows.",
      help: "Add poster with the path of a still image.",
    },
  },
  check({ article, report }) {
    const posterless: Range[] = [];

    /** Whether it starts by itself, and what is wrong with that. */
    const judgeStart = (element: Element, media: Media): void => {
      const autoplay = attributeOf(article, element, "autoplay");
      if (autoplay === undefined && isInert(article, element, media)) {
        const range = openingTagOf(article, element);
        const suggestions = [
          addition(article, element, "controls", "Add controls, so that readers can start it"),
        ];
        const data = { tag: element.tagName };
        report({ messageId: "unstartable", range, certainty: "likely", data, suggestions });
      }
      if (autoplay === undefined || autoplay.unknown) return;
      const range = autoplay.range;
      const hasControls = mayHave(article, element, "controls");
      if (!mayHave(article, element, "muted")) {
        const suggestions = quietings(article, element, autoplay, hasControls);
        report({ messageId: "sound", range, data: { tag: element.tagName }, suggestions });
      } else if (!hasControls && element.tagName === "video") {
        const suggestions = [
          addition(article, element, "controls", "Add controls, so that readers can stop it"),
        ];
        report({ messageId: "unstoppable", range, suggestions });
      }
    };

    const isPlayable = (element: Element, media: Media): boolean => {
      if (!media.isDead) return true;
      const range = openingTagOf(article, element);
      report({ messageId: "format", range, data: { tag: element.tagName } });
      return false;
    };

    return {
      audio(element) {
        if (isHidden(article, element)) return;
        const media = mediaOf(article, element);
        if (isPlayable(element, media)) judgeStart(element, media);
      },
      video(element) {
        if (isHidden(article, element)) return;
        const media = mediaOf(article, element);
        if (!isPlayable(element, media)) return;
        judgeStart(element, media);
        if (media.addresses.length === 0 && !mayHave(article, element, "src")) {
          if (media.sources.length === 0) return;
        }
        const range = openingTagOf(article, element);
        if (!media.hasCaptions && !media.hasUnknownParts && !mayHave(article, element, "muted")) {
          const suggestions = trackSuggestion(article, element, media);
          report({ messageId: "captions", range, certainty: "likely", suggestions });
        }
        if (!mayHave(article, element, "poster") && !mayHave(article, element, "autoplay"))
          posterless.push(range);
      },
      iframe(element) {
        const address = embedAddressOf(article, element);
        if (address === undefined || address.unknown || isHidden(article, element)) return;
        if (isDeadFormat(address.value, "")) {
          const range = openingTagOf(article, element);
          report({ messageId: "format", range, data: { tag: "iframe" } });
          return;
        }
        const { start, end } = address.valueRange;
        const written = article.source.slice(start, end);
        const match = STARTS.exec(written);
        if (match === null || SILENT.test(written)) return;
        const range = { start: start + match.index, end: start + match.index + match[0].length };
        const edits = [replace(range, "autoplay=0")];
        const suggestions = [{ message: "Let readers start it themselves", edits }];
        report({ messageId: "frame", range, data: { parameter: match[0] }, suggestions });
      },
      end() {
        const [first, ...others] = posterless;
        if (first === undefined) return;
        const related = alsoAt(others);
        report({ messageId: "poster", range: first, related });
      },
    };
  },
});

/** Attributes by which no script finds an element, and none of which starts it. */
const INERT: ReadonlySet<string> = new Set([
  ...["alt", "crossorigin", "height", "loop", "muted", "playsinline", "poster", "preload"],
  ...["src", "style", "title", "width"],
]);

/** Whether nothing lets readers start a video or a sound: no attribute of it, and no script of the article. */
function isInert(article: Article, element: Element, media: Media): boolean {
  const hasScript = article.elements.some(({ tagName }) => tagName === "script");
  return (
    media.addresses.length > 0 &&
    !media.hasUnknownParts &&
    !hasScript &&
    !mayHave(article, element, "controls") &&
    attributesOf(article, element).every(({ name }) => INERT.has(name.toLowerCase()))
  );
}

function addition(article: Article, element: Element, name: string, message: string): Suggestion {
  return { message, edits: [insertAttribute(article, element, name)] };
}

function quietings(
  article: Article,
  element: Element,
  { range }: Attribute,
  hasControls: boolean,
): Suggestion[] {
  const edit = hasControls ? removeAttribute(article, range) : replace(range, "controls");
  const byReaders = { message: "Let readers start it themselves", edits: [edit] };
  // Muted audio plays nothing.
  if (element.tagName === "audio") return [byReaders];
  return [byReaders, addition(article, element, "muted", "Start it without sound")];
}

/** A captions track next to the video file, which somebody still has to write. */
function trackSuggestion(article: Article, element: Element, media: Media): Suggestion[] {
  const file = media.addresses.find((address) => /\.\w+$/.test(address) && !/["<>&]/.test(address));
  const opening = openingTagOf(article, element);
  const isEmpty = article.source.slice(opening.start, opening.end).endsWith("/>");
  if (file === undefined || isEmpty) return [];
  const last = media.sources.at(-1);
  const at = last === undefined ? opening.end : rangeOf(last).end;
  const track = file.replace(/\.\w+$/, ".vtt");
  const close = article.format === "mdx" ? " />" : ">";
  const text = `<track kind="captions" src="${track}"${close}`;
  return [
    {
      message: `Add a captions track: write the captions in ${track}`,
      edits: [insert(at, text)],
    },
  ];
}
