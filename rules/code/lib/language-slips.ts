import { editDistance, nearestOf } from "../../../src/rules.js";
import names from "./language-names.json" with { type: "json" };

const NEAR: ReadonlySet<string> = new Set(names.near);
const SHORTEST = 4;
/** Of shorter names, only swapped neighbours are told. */
const SWAPPED = 3;
/** From this length on, two slips are no other word. */
const LONG = 8;

const LANGUAGES: ReadonlySet<string> = new Set([...names.popular, ...names.short]);
const WITH_FILE = /^([a-z]+):[\w./-]*\w\.[a-z]+$/;

/** The language that a fence probably means by a name that no highlighter has. */
export function languageMeantBy(name: string): string | undefined {
  const language = WITH_FILE.exec(name)?.[1];
  if (language !== undefined) return LANGUAGES.has(language) ? language : undefined;
  if (name.length === SWAPPED && !NEAR.has(name) && !LANGUAGES.has(name)) return swappedOf(name);
  if (name.length < SHORTEST || NEAR.has(name) || !/^[a-z]+$/.test(name)) return undefined;
  const limit = name.length < LONG ? 1 : 2;
  const meant = nearestOf(name, names.popular, { limit, swaps: true });
  if (meant === undefined || editDistance(name, meant) === 0) return undefined;
  // A longer name with the language in it is made on purpose.
  return name.includes(meant) ? undefined : meant;
}

/** `vue` for `veu`, `css` for `scs`. */
function swappedOf(name: string): string | undefined {
  return [...LANGUAGES].find(
    (known) => known.length === SWAPPED && nearestOf(name, [known], { limit: 0, swaps: true }),
  );
}
