import type { ReportRelatedPlace } from "./model.js";

/** Related places that say the same thing. */
export interface RelatedGroup {
  readonly message: string;
  /** One place is shown with its text, several only by their positions. */
  readonly places: readonly ReportRelatedPlace[];
  /** How many more there are. */
  readonly omitted: number;
}

const MOST_FRAMES = 3;
const MOST_PLACES = 12;

/**
 * Groups related places for reading: up to three stand alone; where one message has more, its places become
 * a list, since nobody reads forty frames that say the same.
 */
export function relatedGroups(related: readonly ReportRelatedPlace[]): readonly RelatedGroup[] {
  if (related.length <= MOST_FRAMES && !haveSameMessage(related)) {
    return related.map((place) => groupOf(place.message, [place]));
  }
  const byMessage = new Map<string, ReportRelatedPlace[]>();
  for (const place of related) {
    const places = byMessage.get(place.message);
    if (places === undefined) byMessage.set(place.message, [place]);
    else places.push(place);
  }
  return [...byMessage].map(([message, places]) => groupOf(message, places));
}

function haveSameMessage(related: readonly ReportRelatedPlace[]): boolean {
  return related.length > 1 && new Set(related.map((place) => place.message)).size === 1;
}

function groupOf(message: string, places: readonly ReportRelatedPlace[]): RelatedGroup {
  return {
    message,
    places: places.slice(0, MOST_PLACES),
    omitted: Math.max(0, places.length - MOST_PLACES),
  };
}
