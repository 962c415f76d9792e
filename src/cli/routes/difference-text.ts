import { plural } from "../../report/count.js";
import { neutralise } from "../../report/text/neutralise.js";
import { tableLines } from "../../report/text/table.js";
import type { DifferentIds, RoutesDifference } from "../../site/build/compare-routes.js";

const NO_COLUMNS: ReadonlySet<number> = new Set();

/** Most ids that are named of one page. */
const MOST_IDS = 5;

/** Whether anything differs. */
export function isDifferent({ missing, extra, ids }: RoutesDifference): boolean {
  return missing.length + extra.length + ids.length > 0;
}

/** How a site differs from its build, for people. */
export function differenceText(difference: RoutesDifference, site: string): string {
  const { missing, extra, ids, ofLayouts, untold } = difference;
  const notes = [
    ...(untold === 0
      ? []
      : [
          `${plural(untold, "page")} of the build may exist as far as sources tell; site.manifest makes that certain.`,
        ]),
    ...(ofLayouts.length === 0
      ? []
      : [`${plural(ofLayouts.length, "id")} of layouts, on most pages: ${named(ofLayouts)}.`]),
  ];
  const parts = [
    part(
      `${plural(missing.length, "page")} of the build that copydesk takes for absent:`,
      missing.map((address) => [neutralise(address)]),
    ),
    part(
      `${plural(extra.length, "address", "addresses")} that the build has not written:`,
      extra.map(({ address, source }) => [neutralise(address), neutralise(source)]),
    ),
    part(`${plural(ids.length, "page")} with other ids:`, ids.flatMap(rowsOf)),
    notes.length === 0 ? [] : [...notes, ""],
  ];
  const head = isDifferent(difference)
    ? `${site}: the build differs from what copydesk believes.`
    : `${site}: the build has what copydesk believes.`;
  return [head, "", ...parts.flat()].join("\n");
}

function part(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [title, ...tableLines(rows, NO_COLUMNS).map((line) => `  ${line}`), ""];
}

function rowsOf({ address, source, missing, extra }: DifferentIds) {
  return [
    [neutralise(address), neutralise(source)],
    ...(missing.length === 0 ? [] : [["", `only in the build: ${named(missing)}`]]),
    ...(extra.length === 0 ? [] : [["", `not in the build: ${named(extra)}`]]),
  ];
}

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_IDS).map((id) => `#${neutralise(id)}`);
  const more = ids.length - shown.length;
  return shown.join(", ") + (more === 0 ? "" : ` and ${more} more`);
}
