/** How a site writes addresses. */
export interface HugoSpelling {
  readonly keepsCase: boolean;
  readonly keepsAccents: boolean;
}

const KEPT = /[\p{L}\p{M}\p{Nd}./\\_#+~@%-]/u;

/**
 * A text as Hugo writes it into an address: letters, marks, digits and a few signs are kept, white space becomes
 * one hyphen where there is none yet, everything else goes.
 */
export function hugoSegment(text: string, spelling: HugoSpelling): string {
  let kept = "";
  let isSpace = false;
  for (const character of text.normalize("NFC").trim()) {
    if (KEPT.test(character)) {
      if (isSpace && character !== "-") kept += "-";
      isSpace = false;
      kept += character;
    } else if (/\s/.test(character) && kept !== "" && !kept.endsWith("-")) isSpace = true;
  }
  if (!spelling.keepsAccents)
    kept = kept
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .normalize("NFC");
  return spelling.keepsCase ? kept : kept.toLowerCase();
}

/** What a permalink pattern may name of a page. */
export interface HugoPage {
  readonly title: string | undefined;
  readonly slug: string | undefined;
  /** As written; its first ten characters are the day. */
  readonly date: string | undefined;
  /** Folders below the content folder. */
  readonly sections: readonly string[];
  /** File name without ending; the folder's for a bundle. */
  readonly name: string;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Fills a permalink pattern (`:year/:slug`); undefined when a token is unknown or its value is. */
export function fillPattern(pattern: string, page: HugoPage): string | undefined {
  const tokens = tokensOf(page);
  let isKnown = true;
  const filled = pattern.replace(
    /:([a-z]+)(\[[\d:]+\])?/g,
    (_whole, name: string, part?: string) => {
      const value = name === "sections" ? sliceOf(page.sections, part).join("/") : tokens[name]?.();
      if (value === undefined) isKnown = false;
      return value ?? "";
    },
  );
  return isKnown ? filled : undefined;
}

function tokensOf(page: HugoPage): Readonly<Record<string, () => string | undefined>> {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(page.date ?? "");
  const date = (part: number) => (): string | undefined => day?.[part];
  const moment = day === null ? undefined : Date.parse(day[0]);
  const { slug, name } = page;
  return {
    year: date(1),
    month: date(2),
    day: date(3),
    monthname: () => MONTHS[Number(day?.[2]) - 1],
    weekday: () => (moment === undefined ? undefined : String(weekdayOf(moment))),
    weekdayname: () => (moment === undefined ? undefined : WEEKDAYS[weekdayOf(moment)]),
    yearday: () =>
      moment === undefined || day === null
        ? undefined
        : String((moment - Date.parse(`${day[1]}-01-01`)) / 86_400_000 + 1),
    section: () => page.sections[0] ?? "",
    title: () => page.title,
    slug: () => slug ?? page.title,
    slugorfilename: () => slug ?? name,
    slugorcontentbasename: () => slug ?? name,
    filename: () => name,
    contentbasename: () => name,
  };
}

/** Days since 1970-01-01, which was a Thursday. */
function weekdayOf(moment: number): number {
  return (Math.floor(moment / 86_400_000) + 4) % 7;
}

/** `[1:]`, `[:2]`, `[0]`: a part of the sections, as Go slices. */
function sliceOf(sections: readonly string[], part: string | undefined): readonly string[] {
  if (part === undefined) return sections;
  const [from = "", to] = part.slice(1, -1).split(":");
  if (to === undefined) return sections.slice(Number(from), Number(from) + 1);
  return sections.slice(Number(from || 0), to === "" ? undefined : Number(to));
}
