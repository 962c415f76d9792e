import {
  IMAGE_EXTENSIONS,
  lazily,
  percentDecoded,
  remembered,
  strippedUrl,
  withoutSignsAround,
} from "../../../src/rules.js";
import table from "./alt-text.json" with { type: "json" };

/** What is wrong with an alt text in itself, whatever the image shows. */
export type AltFlaw =
  /** Only spaces, quotation marks or other punctuation. */
  | "blank"
  /** The name or URL of the file. */
  | "file-name"
  /** Says what to do with the image instead of what it shows. */
  | "instruction"
  /** Boilerplate that would fit any image. */
  | "placeholder";

export interface AltContext {
  /** The URL of the image, if known. */
  readonly src?: string | undefined;
  /** Words that count as placeholders; the built-in list when absent. */
  readonly words?: readonly string[] | undefined;
  /** Words that count as placeholders in addition. */
  readonly add?: readonly string[];
}

const placeholders = lazily(
  (): ReadonlySet<string> => new Set(Object.values(table.placeholders).flat().map(foldAlt)),
);
const INSTRUCTION = new RegExp(`^(?:${table.instructions.join("|")})$`, "iu");
const CAPTURE = new RegExp(`^${table.captures}$`, "iu");
const CAMERA = new RegExp(`^(?:${table.cameraNames})$`, "iu");
const EXTENSION = new RegExp(`\\.(?:${IMAGE_EXTENSIONS.join("|")})$`, "i");
const FILE_NAME = new RegExp(`^\\S+${EXTENSION.source}`, "i");
/** Parts of a name, the last of which tells copies of a file apart: `hero_banner_final_v2`. */
const STEM =
  /^[a-z0-9]+(?:[_-][a-z0-9]+)+[_-](?:v\d+(?:[._]\d+)*|final|copy|edited|resized|cropped|scaled|\d{3,4}x\d{3,4})$/i;
const EDITOR_NOTE = /^(?:left|center|right|inline|\d+(?:x\d+)?)$/i;
const NOTHING_READ = /^[\p{P}\p{Z}\p{C}\u02cb`´^]*$/u;

/**
 * Finds the flaw of a non-empty alt text (WCAG 2.2 failure F30). Each text has at most one, so
 * that one defect gives one finding whichever rule reports it.
 */
export function flawOfAlt(alt: string, context: AltContext = {}): AltFlaw | undefined {
  if (alt === "") return undefined;
  const { text, folded, bare, first, isFile, isInstruction, isCapture } = readAlt(alt);
  if (first !== undefined) return first;
  if (isFile || isNameOf(text, bare, context.src ?? "")) return "file-name";
  const words = context.words === undefined ? placeholders() : new Set(context.words.map(foldAlt));
  if (isInstruction) return "instruction";
  if (words.has(folded) || context.add?.some((word) => foldAlt(word) === folded) === true) {
    return "placeholder";
  }
  return isCapture ? "placeholder" : undefined;
}

/** What the text itself shows, whichever image it is for; several rules ask. */
const readAlt = remembered((alt) => {
  const text = alt.normalize("NFKC").trim();
  const isBlank = NOTHING_READ.test(text);
  const first: AltFlaw | undefined = isBlank
    ? "blank"
    : CAMERA.test(text)
      ? "placeholder"
      : undefined;
  const folded = foldAlt(text);
  return {
    text,
    folded,
    bare: bareOf(text),
    /** A flaw that counts before all others. */
    first,
    isFile:
      /^https?:\/\/\S+$/i.test(text) ||
      FILE_NAME.test(withoutEditorNotes(text)) ||
      STEM.test(text) ||
      isCaptureFile(text),
    isInstruction: INSTRUCTION.test(withoutMarks(text)),
    isCapture: CAPTURE.test(folded),
  };
});

/** Whether a text is the name that a capture tool gave a file: `Screen Shot 2015-04-29 at 4.12.07 PM.png`. */
function isCaptureFile(text: string): boolean {
  const stem = text.replace(EXTENSION, "");
  return stem !== text && CAPTURE.test(foldAlt(stem));
}

/** Whether an alt text is among the words that would fit any image, instructions included. */
export function isPlaceholderWord(alt: string): boolean {
  return placeholders().has(foldAlt(alt));
}

/** The opening words that only say that there is an image (`image of`, 图为), as written; "" if none. */
export function imagePrefixOf(alt: string, prefixes: readonly string[]): string {
  const text = alt.trimStart();
  const lower = text.toLowerCase();
  const found = prefixes.find((prefix) => {
    if (!lower.startsWith(prefix.toLowerCase())) return false;
    // Scripts without spaces continue at once; elsewhere the words must end there.
    return (
      /[^\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(prefix) ||
      /^(?:\s|$)/.test(text.slice(prefix.length))
    );
  });
  return found === undefined ? "" : text.slice(0, found.length);
}

/** The built-in opening words of `imagePrefixOf`. */
export const IMAGE_PREFIXES: readonly string[] = table.prefixes;

/** NFKC, no digits, no punctuation, one space between words, lower case. */
function foldAlt(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\d\p{P}\p{S}\s]+/gu, " ")
    .trim()
    .toLowerCase();
}

function withoutMarks(text: string): string {
  return withoutSignsAround(text).replace(/\s+/g, " ");
}

/** Whether a text is the name of the file at a URL. */
function isNameOf(text: string, bare: string, src: string): boolean {
  const file = fileAt(src);
  if (file === undefined) return false;
  // "crowdin" for crowdin.png is a fair description; a name that nobody would say is not.
  if (file.hasExtension && bare === file.bareName) return true;
  // Three words with hyphens were never a description.
  const isWritten = file.stem === text && /^[a-z]+(?:-[a-z]+){2,}$/.test(text);
  if (isWritten) return true;
  return (
    bare === file.bareStem &&
    /[\d_]/.test(text) &&
    !/\s/.test(text) &&
    !isProperName(text, file.stem)
  );
}

/** `1Password` of 1password.png: one word that somebody gave capitals of its own is a name, not that of the file. */
function isProperName(text: string, stem: string): boolean {
  return text !== stem && /^(?=.*\p{Lu}\p{Ll})[\p{L}\p{N}]+$/u.test(text) && /\p{L}{3}/u.test(text);
}

function bareOf(text: string): string {
  return text.replace(/[\s_.-]+/g, "").toLowerCase();
}

/** Removes what some editors write after a name: `image.png | left | 396x242`. */
function withoutEditorNotes(text: string): string {
  const [name = "", ...notes] = text.split("|").map((part) => part.trim());
  return notes.every((note) => EDITOR_NOTE.test(note)) ? name : text;
}

/** The file at a URL, its names without the characters that separate words; undefined where there is none. */
const fileAt = remembered((src) => {
  const name = baseName(src);
  if (name === "") return undefined;
  const stem = name.replace(/\.[a-z0-9]{2,5}$/i, "");
  return { stem, hasExtension: stem !== name, bareName: bareOf(name), bareStem: bareOf(stem) };
});

function baseName(src: string): string {
  const address = strippedUrl(src).replace(/[?#].*$/, "");
  return percentDecoded(address.slice(address.lastIndexOf("/") + 1));
}
