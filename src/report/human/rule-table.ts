import type { ReportFile, ReportFinding } from "../model.js";
import { compareSeverity } from "../order.js";
import { widthOf } from "../text/clusters.js";
import { neutralise } from "../text/neutralise.js";
import { tableLines } from "../text/table.js";
import { type Page, placeOf, severityColor } from "./page.js";

/** What a rule found, of one severity. */
interface RuleCount {
  readonly rule: string;
  readonly severity: ReportFinding["severity"];
  readonly files: Set<ReportFile>;
  readonly first: { readonly file: ReportFile; readonly finding: ReportFinding };
  count: number;
  fixable: number;
}

const HEAD = ["severity", "rule", "count", "files", "fixable"];
const NUMBERS: ReadonlySet<number> = new Set([2, 3, 4]);
const HEAD_OF_PLACES = "first place";
const GAP = "  ";
/** What stands before a place that does not fit in its row: it is never cut, so that it can be clicked. */
const BELOW = " ".repeat("severity".length) + GAP;

/** The table of rules: the gravest first, then those that found most. */
export function ruleTable(page: Page, files: readonly ReportFile[]): readonly string[] {
  const { colors } = page;
  const counts = countsOf(files);
  if (counts.length === 0) return [];
  const rows = counts.map(({ severity, rule, count, files: found, fixable }) => [
    severity,
    neutralise(rule),
    ...[count, found.size, fixable].map(String),
  ]);
  const [head = "", ...lines] = tableLines([HEAD, ...rows], NUMBERS, GAP);
  const left = Math.max(...[head, ...lines].map(widthOf));
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

function countsOf(files: readonly ReportFile[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const file of files) {
    for (const finding of file.findings) {
      const { rule, severity } = finding;
      const key = `${severity} ${rule}`;
      const known = counts.get(key);
      const first = { file, finding };
      const count = known ?? { rule, severity, files: new Set(), first, count: 0, fixable: 0 };
      counts.set(key, count);
      count.files.add(file);
      count.count += 1;
      if (finding.fix !== undefined) count.fixable += 1;
    }
  }
  return [...counts.values()].sort(
    (a, b) => compareSeverity(a, b) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}
