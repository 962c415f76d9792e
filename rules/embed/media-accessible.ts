import {
  type Article,
  type Attribute,
  alsoAt,
  attributeOf,
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
  summary: "Films and sounds can be followed, stopped and played by everyone",
  fixes: ["suggestion"],
  references: [
    "WCAG 2.2 SC 1.2.2 Captions (Prerecorded)",
    "WCAG 2.2 SC 1.4.2 Audio Control",
    "WCAG 2.2 SC 2.2.2 Pause, Stop, Hide",
  ],
  messages: {
    captions: {
      severity: "warning",
      what: "This video has no captions track, so readers who cannot hear it, or have the sound off, miss what is said.",
      why: "",
      help: 'Add <track kind="captions" src="….vtt">, or mark a video without sound as muted.',
    },
    sound: {
      severity: "warning",
      what: "This <{tag}> starts by itself with sound, which drowns out screen readers and makes readers leave.",
      why: "",
      help: "Delete autoplay and add controls, so that readers start it themselves.",
    },
    unstoppable: {
      severity: "warning",
      what: "This video starts by itself and has no controls, so readers whom moving pictures distract or make ill cannot stop it.",
      why: "",
      help: "Add controls.",
    },
    frame: {
      severity: "warning",
      what: "The embedded player starts by itself with sound, which drowns out screen readers and makes readers leave.",
      why: "",
      help: "Delete autoplay from its address.",
    },
    format: {
      severity: "warning",
      what: "<{tag}> shows a file in a format that no current browser plays, so readers see an empty box.",
      why: "",
      help: "Offer MP4 or WebM for films, MP3 or AAC for sound, or link to the file.",
    },
    poster: {
      severity: "info",
      what: "Without a poster, a video that is not loaded yet is an empty box that tells nobody what it shows.",
      why: "",
      help: "Name a picture of it in poster.",
    },
  },
  check({ article, report }) {
    const posterless: Range[] = [];

    /** Whether it starts by itself, and what is wrong with that. */
    const judgeStart = (element: Element): void => {
      const autoplay = attributeOf(article, element, "autoplay");
      if (autoplay === undefined || autoplay.unknown) return;
      const range = autoplay.range;
      const hasControls = mayHave(article, element, "controls");
      if (!mayHave(article, element, "muted")) {
        const suggestions = quietings(article, element, autoplay, hasControls);
        report({ messageId: "sound", range, data: { tag: element.tagName }, suggestions });
      } else if (!hasControls && element.tagName === "video") {
        const suggestions = [addition(article, element, "controls", "Let readers stop it")];
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
        if (isPlayable(element, mediaOf(article, element))) judgeStart(element);
      },
      video(element) {
        if (isHidden(article, element)) return;
        const media = mediaOf(article, element);
        if (!isPlayable(element, media)) return;
        judgeStart(element);
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
        const suggestions = [{ message: "Let readers start it", edits }];
        report({ messageId: "frame", range, suggestions });
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
  const byReaders = { message: "Let readers start it", edits: [edit] };
  // A sound without sound is none.
  if (element.tagName === "audio") return [byReaders];
  return [byReaders, addition(article, element, "muted", "Start it without sound")];
}

/** A track beside the video's own file, which somebody still has to write. */
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
  return [{ message: `Add captions, to be written in ${track}`, edits: [insert(at, text)] }];
}
