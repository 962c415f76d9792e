import type { NavigationEntry, NavigationReading } from "../../engine/navigation.js";
import { joinPath } from "../read/config-value.js";
import { readBook } from "./config.js";
import { summaryLinks } from "./summary.js";

/** Chapters of `SUMMARY.md`. Where a build does not write those that are missing, they are broken links as others are. */
export const bookNavigation: NavigationReading = ({ site, files }) => {
  const path = joinPath(site.root, "SUMMARY.md");
  const text = files.text(path);
  if (text === undefined || !readBook(site.config).createsMissing) return [];
  const entries = summaryLinks(text).map(
    ({ path: chapter, written, range }): NavigationEntry => ({
      written,
      range,
      target: { kind: "file", path: joinPath(site.root, chapter) },
      failure: "empty",
      group: "summary",
    }),
  );
  return [{ path, entries, twice: "one-place" }];
};
