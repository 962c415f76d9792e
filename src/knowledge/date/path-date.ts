/** A date in the path of a file or in an address. */
export interface PathDate {
  /** `2022-03-01`, or `2022-03` where there is no day. */
  readonly text: string;
  readonly place: "file name" | "folder";
}

const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const MONTH = "(?<month>0[1-9]|1[0-2])";
const DAY = String.raw`(?<day>0[1-9]|[12]\d|3[01])`;

/** Most exact first; each must end where a name, or the date in it, ends. */
const PATTERNS: readonly RegExp[] = [
  // 2022-03-01-title, 20220301-title
  new RegExp(String.raw`/${YEAR}(?<mark>-?)${MONTH}\k<mark>${DAY}(?=[-_./]|$)`),
  // 2022/03/01/title, 2022/03/01-title, 2022/03-01-title
  new RegExp(`/${YEAR}/${MONTH}[/-]${DAY}(?=[-_./]|$)`),
  // 2022/03/title
  new RegExp(`/${YEAR}[/-]${MONTH}(?=/)`),
];

/**
 * The date that the path of an article, or an address, begins one of its names with. `weekly-20220301` is a
 * title, `2022` alone an archive: neither counts.
 */
export function pathDate(path: string): PathDate | undefined {
  const rooted = path.startsWith("/") ? path : `/${path}`;
  for (const pattern of PATTERNS) {
    const match = pattern.exec(rooted);
    const { year, month, day } = match?.groups ?? {};
    if (match === null || year === undefined || month === undefined) continue;
    const text = day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
    const isInFolder = rooted.slice(match.index + 1).includes("/");
    return { text, place: isInFolder ? "folder" : "file name" };
  }
  return undefined;
}
