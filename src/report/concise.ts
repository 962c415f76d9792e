import type { Format } from "./format.js";
import { openPage, placeOf, severityColor } from "./human/page.js";
import { headline } from "./human/summary.js";
import { selected } from "./order.js";
import { guardLines, neutralise } from "./text/neutralise.js";

/** One line for each finding, `path:line:column severity rule what`, and one for the totals. */
export const formatConcise: Format = (report, context) => {
  const page = openPage(context);
  const { colors } = page;
  const limit = context.maxFindings ?? Number.POSITIVE_INFINITY;
  // Editors want every place, also those of one cause.
  const { files } = selected(report, [], { limit, infos: true });
  const lines = files.flatMap(({ file, findings }) =>
    findings.map((finding) => {
      const place = page.linkedFile(colors.cyan(placeOf(page, file.path, finding)), file.path);
      const severity = severityColor(colors, finding.severity)(finding.severity);
      const rule = page.linked(neutralise(finding.rule), finding.url);
      return `${place} ${severity} ${colors.dim(rule)} ${neutralise(finding.message)}`;
    }),
  );
  const notChecked = report.notChecked.map(
    ({ path, reason }) => `${page.pathOf(path)} not checked: ${neutralise(reason)}`,
  );
  return `${guardLines([...lines, ...notChecked, headline(page, report)].join("\n"))}\n`;
};
