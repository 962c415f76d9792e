import type { Range } from "../../../src/rules.js";

/**
 * Finds the innermost of some places around an offset. Linear if the offsets are ascending.
 *
 * @param places sorted by start
 */
export function innermostOf<Place>(
  places: readonly Place[],
  rangeOf: (place: Place) => Range,
): (offset: number) => Place | undefined {
  const open: Place[] = [];
  let next = 0;
  return (offset) => {
    for (let place = places[next]; place !== undefined; place = places[next]) {
      if (rangeOf(place).start > offset) break;
      closeBefore(rangeOf(place).start);
      open.push(place);
      next++;
    }
    closeBefore(offset);
    return open.findLast((place) => rangeOf(place).end > offset);
  };

  function closeBefore(offset: number): void {
    for (
      let top = open.at(-1);
      top !== undefined && rangeOf(top).end <= offset;
      top = open.at(-1)
    ) {
      open.pop();
    }
  }
}
