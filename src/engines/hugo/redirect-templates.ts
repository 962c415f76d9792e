import type { SiteFiles } from "../../engine/router.js";
import type { HugoConfig } from "./config.js";

/** A line of a file of redirects: an address with `*` and `:name`, and where it leads. */
const RULE = /^[ \t]*(\/[^\s{}]*)[ \t]+(?:\/|https?:\/\/)[^\s{}]*/gm;

/** The texts of the templates that write files of redirects. */
function* redirectTemplates(
  { redirectFormats, layouts }: HugoConfig,
  files: SiteFiles | undefined,
): Generator<string> {
  if (redirectFormats.length === 0 || files === undefined) return;
  for (const path of files.list()) {
    const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
    if (!layouts.some((folder) => path.startsWith(`${folder}/`))) continue;
    if (name.split(".").some((part) => redirectFormats.includes(part)))
      yield files.text(path) ?? "";
  }
}

/**
 * Tells which addresses the templates of a site send elsewhere, as far as they write rules as they are; a rule for every
 * address says nothing.
 */
export function redirectsInTemplates(
  config: HugoConfig,
  files: SiteFiles | undefined,
): (address: string) => boolean {
  const rules = [...redirectTemplates(config, files)].flatMap((text) =>
    [...text.matchAll(RULE)].map(([, from = ""]) => from).filter((from) => from !== "/*"),
  );
  const exact = new Set(rules.map(bare));
  const open = rules.filter((from) => /[*:]/.test(from)).map((from) => from.split("/"));
  return (address) => exact.has(bare(address)) || open.some((rule) => fits(address, rule));
}

function bare(address: string): string {
  return address.replace(/(?<=.)\/$/, "");
}

/** Whether an address fits a rule, part by part: `:name` stands for a part, `*` at the end for all that follows. */
function fits(address: string, rule: readonly string[]): boolean {
  const parts = bare(address).split("/");
  for (const [index, wanted] of rule.entries()) {
    const part = parts[index];
    if (wanted.endsWith("*"))
      return part?.startsWith(wanted.slice(0, -1)) === true || wanted === "*";
    if (part === undefined || (part !== wanted && !wanted.startsWith(":"))) return false;
  }
  return parts.length === rule.length;
}

/**
 * Whether templates of the site write a file of redirects in a loop over its pages: those that have an address but
 * are never rendered (`build.render: link`) may get one each, which nobody knows without running the template.
 */
export function writeRedirectsInLoop(config: HugoConfig, files: SiteFiles | undefined): boolean {
  for (const text of redirectTemplates(config, files))
    if (/\{\{-?\s*range\b/.test(text)) return true;
  return false;
}
