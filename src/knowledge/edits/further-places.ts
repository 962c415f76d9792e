import type { Range } from "../../article/range.js";
import type { RelatedPlace } from "../../rule/finding.js";

/**
 * The further places of a finding that stands for several alike.
 *
 * @param say what each place says, where "also here" would leave something out
 */
export function alsoAt<Place extends Range | { readonly range: Range }>(
  places: readonly Place[],
  say: (place: Place) => string = () => "also here",
): readonly RelatedPlace[] {
  return places.map((place) => ({ range: rangeIn(place), message: say(place) }));
}

function rangeIn(place: Range | { readonly range: Range }): Range {
  return "range" in place ? place.range : place;
}
