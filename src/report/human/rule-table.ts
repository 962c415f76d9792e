import { largest } from "../../article/largest.js";
import type { Report } from "../model.js";
import { widthOf } from "../text/clusters.js";
import { neutralise } from "../text/neutralise.js";
import { tableLines } from "../text/table.js";
import { type Page, placeOf, severityColor } from "./page.js";
import { ruleCounts } from "./rule-counts.js";

const NUMBERS: ReadonlySet<number> = new Set([2, 3, 4, 5]);
const HEAD_OF_PLACES = "first place";
const GAP = "  ";
/** What stands before a place that does not fit in its row: it is never cut, so that it can be clicked. */
const BELOW = " ".repeat("severity".length) + GAP;

/** The table of rules: the gravest first, then those that found most. Places are counted apart where causes have several. */
export function ruleTable(page: Page, report: Report): readonly string[] {
  const { colors } = page;
  const counts = ruleCounts(report);
  if (counts.length === 0) return [];
  const hasPlaces = report.causes.length > 0;
  const rows = counts.map(({ severity, rule, count, places, files, fixable }) => [
    severity,
    neutralise(rule),
    ...[count, ...(hasPlaces ? [places] : []), files, fixable].map(String),
  ]);
  const names = ["severity", "rule", "count", ...(hasPlaces ? ["places"] : []), "files", "fixable"];
  const [head = "", ...lines] = tableLines([names, ...rows], NUMBERS, GAP);
  const left = largest([head, ...lines].map(widthOf));
  const places = counts.map(({ first: { file, finding } }) => placeOf(page, file.path, finding));
  const fits = places.map((place) => left + GAP.length + widthOf(place) <= page.width);
  return [
    colors.dim(fits.includes(true) ? head.padEnd(left) + GAP + HEAD_OF_PLACES : head),
    ...counts.flatMap(({ severity, first }, index) => {
      const line = lines[index] ?? "";
      const row = severityColor(colors, severity)(severity) + line.slice(severity.length);
      const place = page.linkedFile(colors.cyan(places[index] ?? ""), first.file.path);
      return fits[index] === true
        ? [row + " ".repeat(left - widthOf(line)) + GAP + place]
        : [row, BELOW + place];
    }),
  ];
}
