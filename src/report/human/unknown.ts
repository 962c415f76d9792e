import type { Report } from "../model.js";
import { neutralise } from "../text/neutralise.js";
import { truncate } from "../text/wrap.js";
import { reasonText } from "../unknown.js";
import { type Page, placeOf } from "./page.js";

/** The references that could not be judged, one line each; none unless the report lists them. */
export function unknownLines(page: Page, { files }: Report): readonly string[] {
  const lines = files.flatMap(({ path, unknown = [] }) =>
    unknown.map(({ start, url, reason }) => {
      const place = page.linkedFile(page.colors.cyan(placeOf(page, path, { start })), path);
      return `  ${place} ${truncate(neutralise(url), page.width)} ${page.colors.dim(reasonText(reason))}`;
    }),
  );
  return lines.length === 0 ? [] : [page.colors.bold("Not judged"), ...lines];
}
