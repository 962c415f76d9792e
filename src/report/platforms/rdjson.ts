import type { Format, FormatContext } from "../format.js";
import type { ReportEdit, ReportFinding, ReportPoint } from "../model.js";
import { oneEdit } from "../one-edit.js";
import { compareSeverity } from "../order.js";
import { safeJson } from "../safe-json.js";
import { type SourceLines, sourceLines } from "../source-lines.js";
import { neutralise } from "../text/neutralise.js";
import { repositoryPath } from "./place.js";

/** Edits far apart make one long replacement, which nobody can review in a comment. */
const MOST_TEXT = 2000;

const utf8 = new TextEncoder();

const SEVERITIES = { error: "ERROR", warning: "WARNING", info: "INFO" } as const;

/**
 * A report for reviewdog, which makes review comments of it. Its columns count bytes of UTF-8.
 *
 * @see https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 */
export const formatRdjson: Format = (report, context) => {
  const places = new Places(context);
  const found = report.files
    .flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })))
    .sort((a, b) => compareSeverity(a.finding, b.finding));
  return safeJson({
    source: { name: "copydesk", url: "https://github.com/copydesk/copydesk" },
    diagnostics: [
      ...report.notChecked.map(({ path, reason }) => ({
        message: neutralise(`Not checked: ${reason}`),
        location: { path: repositoryPath(context, path) },
        severity: "ERROR",
        code: { value: "copydesk/not-checked" },
      })),
      ...found.map(({ path, finding }) => diagnosticOf(path, finding, places, context)),
    ],
  });
};

function diagnosticOf(
  path: string,
  finding: ReportFinding,
  places: Places,
  context: FormatContext,
): object {
  const { message, why, help, rule, url, severity, related = [] } = finding;
  const suggestions = places.suggestionsOf(path, finding);
  return {
    message: [message, why, help]
      .filter((line) => line !== "")
      .map(neutralise)
      .join("\n"),
    location: { path: repositoryPath(context, path), range: places.rangeOf(path, finding) },
    severity: SEVERITIES[severity],
    code: { value: neutralise(rule), ...(url === undefined ? {} : { url }) },
    ...(suggestions.length === 0 ? {} : { suggestions }),
    ...(related.length === 0
      ? {}
      : {
          related_locations: related.map((place) => ({
            message: neutralise(place.message),
            location: {
              path: repositoryPath(context, place.path),
              range: places.rangeOf(place.path, place),
            },
          })),
        }),
  };
}

/** Places of findings as reviewdog counts them; the text of a file is looked at once. */
class Places {
  readonly #textOf: (path: string) => SourceLines | undefined;

  constructor(context: FormatContext) {
    this.#textOf = sourceLines(context);
  }

  rangeOf(
    path: string,
    { start, end }: { readonly start: ReportPoint; readonly end: ReportPoint },
  ) {
    return { start: this.#position(path, start), end: this.#position(path, end) };
  }

  /** The safe fix, or else the changes to choose from. */
  suggestionsOf(path: string, { fix, suggestions = [] }: ReportFinding): readonly object[] {
    const choices = fix === undefined ? suggestions : [fix];
    return choices.flatMap(({ edits }) => this.#suggestion(path, edits));
  }

  #suggestion(path: string, edits: readonly ReportEdit[]): readonly object[] {
    const text = this.#textOf(path);
    const edit = text === undefined ? undefined : oneEdit(edits, text.source);
    if (text === undefined || edit === undefined || edit.text.length > MOST_TEXT) return [];
    const { lines } = text;
    const range = { start: lines.pointAt(edit.start), end: lines.pointAt(edit.end) };
    return [{ range: this.rangeOf(path, range), text: edit.text }];
  }

  #position(path: string, { line, column }: ReportPoint) {
    const text = this.#textOf(path);
    if (text === undefined) return { line };
    const start = text.lines.startOf(line);
    const before = text.source.slice(start, start + column - 1);
    return { line, column: utf8.encode(before).length + 1 };
  }
}
