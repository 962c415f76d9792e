import { plural } from "../count.js";
import type { Report, ReportSite } from "../model.js";
import { wrap } from "../text/wrap.js";
import { unknownCount, unknownReasons } from "../unknown.js";
import type { Page } from "./page.js";

const MOST_SITES = 4;
const MOST_FOLDERS = 3;
/** Fewer unknown references say nothing about a run. */
const FEW = 10;

/** A larger share of unknown references is the news of a run. */
const LARGE_SHARE = 1 / 10;

/** What comes before everything else: whether the links could be judged, what was recognized, what was left out. */
export function headLines(page: Page, report: Report): readonly string[] {
  const { colors, width } = page;
  const paragraph = (text: string, paint: (line: string) => string): readonly string[] =>
    text === "" ? [] : wrap(text, width).map(paint);
  return [
    ...paragraph(doubts(report), colors.yellow),
    ...siteLines(page, report),
    ...paragraph(learned(page, report), colors.dim),
    ...paragraph(leftOut(page, report), colors.dim),
  ];
}

function doubts({ summary }: Report): string {
  const unknown = unknownCount(summary);
  const all = Math.max(summary.references, unknown);
  if (unknown < FEW || unknown <= all * LARGE_SHARE) return "";
  const share = unknown * 2 > all ? "Most" : "Many";
  const reasons = unknownReasons(summary).map(({ count, text }) => `${count} ${text}`);
  return `${share} links could not be judged, ${unknown} of ${all}: ${reasons.join(", ")}.`;
}

function siteLines(page: Page, { run, files }: Report): readonly string[] {
  const { sites } = run;
  const time = secondsOf(run.durationMs);
  const [only] = sites;
  if (only === undefined) return [];
  if (sites.length === 1) return hanging(`${siteText(page, only)}, ${time}`, "", page.width);
  const articles = files.filter(({ format }) => format !== "other").length;
  const listed = sites
    .slice(0, MOST_SITES)
    .flatMap((site) => hanging(siteText(page, site), "  ", page.width));
  const more = sites.length - MOST_SITES;
  return [
    `${plural(articles, "article")} of several sites, ${time}`,
    ...listed,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** Lines of a text, the first behind `indent`, the others deeper. */
function hanging(text: string, indent: string, width: number): readonly string[] {
  const deeper = `${indent}  `;
  return wrap(text, width - deeper.length).map(
    (line, index) => (index === 0 ? indent : deeper) + line,
  );
}

/** What the articles were taken for, and how many there are. */
function siteText(page: Page, { label, evidence, content, articles }: ReportSite): string {
  const name =
    evidence === undefined
      ? `${label.charAt(0).toUpperCase()}${label.slice(1)}, no site engine recognized`
      : `${label} site (${page.pathOf(evidence)})`;
  const folders = content.map((folder) => page.pathOf(folder)).filter((folder) => folder !== "");
  const more = folders.length - MOST_FOLDERS;
  const listed = folders.slice(0, MOST_FOLDERS).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return `${name}: ${plural(articles, "article")}${listed === "" ? "" : ` in ${listed}`}`;
}

/** What the site's own links show, so that nobody wonders why a link is right. */
function learned(page: Page, { run }: Report): string {
  const facts = run.sites.flatMap(({ learned: shown }) => {
    if (shown === undefined) return [];
    const { staticDirs, base, root } = shown;
    return [
      ...staticDirs.map(
        (folder) => `files of ${page.pathOf(folder) || "the root"} are served at /`,
      ),
      ...(base === undefined ? [] : [`the site is served below ${base}/`]),
      ...(root === undefined ? [] : [`pages are linked without ${root}/`]),
    ];
  });
  return facts.length === 0 ? "" : `Learned from its links: ${facts.join("; ")}`;
}

function leftOut(page: Page, { run: { otherMarkdown = 0 } }: Report): string {
  if (otherMarkdown === 0) return "";
  const command = page.commandFor({ path: "." });
  const how = command === undefined ? "" : `; to check them, too: ${command}`;
  return `${plural(otherMarkdown, "other Markdown file")} not checked${how}`;
}

function secondsOf(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
}
