import type { ReportRelatedPlace } from "./model.js";

/** Related places that say the same thing. */
export interface RelatedGroup {
  readonly message: string;
  readonly places: readonly ReportRelatedPlace[];
  /** How many more there are. */
  readonly omitted: number;
  /** True for one place to be shown with its text; false for a list of positions. */
  readonly framed: boolean;
}

const MOST_FRAMES = 3;
const MOST_PLACES = 12;

/**
 * Groups related places for reading: up to three that say different things stand alone; of more, those with
 * the same message become a list, since nobody reads forty frames that say the same.
 */
export function relatedGroups(related: readonly ReportRelatedPlace[]): readonly RelatedGroup[] {
  const messages = new Set(related.map((place) => place.message));
  if (related.length <= MOST_FRAMES && messages.size === related.length) {
    return related.map((place) => ({
      message: place.message,
      places: [place],
      omitted: 0,
      framed: true,
    }));
  }
  const byMessage = new Map<string, ReportRelatedPlace[]>();
  for (const place of related) {
    const places = byMessage.get(place.message);
    if (places === undefined) byMessage.set(place.message, [place]);
    else places.push(place);
  }
  return [...byMessage].map(([message, places]) => ({
    message,
    places: places.slice(0, MOST_PLACES),
    omitted: Math.max(0, places.length - MOST_PLACES),
    framed: false,
  }));
}
