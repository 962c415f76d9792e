import { percentDecoded } from "../article/percent-decoded.js";
import type { Range } from "../article/range.js";
import type { ArticleFacts } from "../facts/facts.js";

/**
 * Where an article's front matter says an alias: the value that is the end of the address, as aliases may be
 * written relative to a section. The file's beginning where there is none.
 */
export function aliasRange({ route }: ArticleFacts, address: string): Range {
  const wanted = plain(address);
  const places = (route.aliasPlaces ?? []).map((place) => ({
    ...place,
    value: plain(place.value),
  }));
  const found =
    places.find(({ value }) => value === wanted) ??
    places.find(({ value }) => value !== "" && wanted.endsWith(`/${value}`));
  return found?.range ?? { start: 0, end: 0 };
}

/** An address without what writers may leave out: slashes at its ends, an index file, percent-encoding. */
function plain(address: string): string {
  return percentDecoded(address)
    .normalize("NFC")
    .replace(/(?:^|\/)index\.html?$/, "/")
    .replace(/^\/+|(?<!\/)\/+$/g, "");
}
