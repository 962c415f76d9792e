import type { ArticleFacts } from "../../facts/facts.js";
import type { SiteTable } from "../../facts/site-settings.js";

const EXPRESSION = /\{\{-?([^{}]*)-?\}\}/g;
const TEXT = /^(?:"([^"]*)"|'([^']*)')$/;
const VARIABLE = /^(site|page)\.([\w-]+(?:\.[\w-]+)*)$/;
const FILTER = /^([\w-]+)(?:\s*:\s*(.*))?$/s;
const HOST = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/**
 * The text of a reference as Liquid prints it: values of `_config.yml` and of the article's own front matter, and the
 * filters that make addresses of them. Undefined where tags, other variables or other filters have a say.
 */
export function printedReference(
  written: string,
  { route }: ArticleFacts,
  config: SiteTable,
): string | undefined {
  let isKnown = true;
  const printed = written.replaceAll(EXPRESSION, (_, expression: string) => {
    const value = valueIn(expression.trim(), route.values, config);
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown && !/\{[{%]/.test(printed) ? printed : undefined;
}

function valueIn(
  expression: string,
  page: Readonly<Record<string, unknown>>,
  site: SiteTable,
): string | undefined {
  const [head = "", ...filters] = partsOf(expression);
  let value = operand(head, page, site);
  for (const filter of filters) {
    const [, name = "", argument] = FILTER.exec(filter) ?? [];
    if (value === undefined) return undefined;
    const added = argument === undefined ? undefined : operand(argument, page, site);
    value = filtered(value, name, added, site);
  }
  return value;
}

/** An expression at its `|`, outside of quotation marks. */
function partsOf(expression: string): readonly string[] {
  const parts = expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? [];
  return parts.map((part) => part.trim());
}

function operand(
  text: string,
  page: Readonly<Record<string, unknown>>,
  site: SiteTable,
): string | undefined {
  const literal = TEXT.exec(text.trim());
  if (literal !== null) return literal[1] ?? literal[2];
  const [, owner, path = ""] = VARIABLE.exec(text.trim()) ?? [];
  if (owner === undefined) return undefined;
  let value: unknown = owner === "site" ? site : page;
  for (const key of path.split(".")) value = ownMember(value, key);
  if (typeof value === "string" || typeof value === "number") return String(value);
  // What is not set is nothing, and hosts set the address where it is left out.
  return value === undefined && owner === "site" && /^(?:baseurl|url)$/.test(path) ? "" : undefined;
}

function ownMember(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

function filtered(
  value: string,
  name: string,
  argument: string | undefined,
  site: SiteTable,
): string | undefined {
  switch (name) {
    case "relative_url":
      return relative(value, site);
    case "absolute_url":
      return HOST.test(value)
        ? value
        : (operand("site.url", {}, site) ?? "") + relative(value, site);
    case "prepend":
      return argument === undefined ? undefined : argument + value;
    case "append":
      return argument === undefined ? undefined : value + argument;
    default:
      return undefined;
  }
}

/** The path below the base path; what names a host stays as it is. */
function relative(value: string, site: SiteTable): string {
  if (HOST.test(value)) return value;
  const base = (operand("site.baseurl", {}, site) ?? "").replace(/\/+$/, "");
  return `${base}/${value.replace(/^\/+/, "")}`;
}
