import { largest } from "../../article/largest.js";
import { pathFrom } from "../../engine/paths.js";
import type { ExpandedConfig, LayerOrigin } from "../resolve/expand.js";
import type { ResolvedConfig } from "../resolve/resolve.js";
import type { OnlineConfig } from "../schema/online-schema.js";

/** One resolved value and where it comes from, ready to be shown. */
export interface ConfigRow {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

/** Every value that holds for an article. `cwd` is what file names are shown relative to. */
export function configRows(resolved: ResolvedConfig, cwd: string): readonly ConfigRow[] {
  const { origins, settings } = resolved;
  const name = (origin: LayerOrigin): string => originName(origin, cwd);
  const { site } = settings;
  return [
    { key: "engine", value: resolved.engine.name, from: name(origins.engine) },
    { key: "failOn", value: severityName(resolved.failOn), from: name(origins.failOn) },
    { key: "requireReasons", value: settings.requireReasons, from: name(origins.requireReasons) },
    {
      key: "compat.markdownlint",
      value: settings.markdownlint !== undefined,
      from: name(origins.compat),
    },
    { key: "schema", value: settings.schema?.source, from: name(origins.schema) },
    { key: "site.root", value: site.root, from: name(origins.site.root) },
    { key: "site.url", value: site.url, from: name(origins.site.url) },
    { key: "site.complete", value: site.complete, from: name(origins.site.complete) },
    { key: "site.timezone", value: site.timezone, from: name(origins.site.timezone) },
    { key: "site.staticDirs", value: site.staticDirs, from: name(origins.site.staticDirs) },
    { key: "site.ownHosts", value: site.ownHosts, from: name(origins.site.ownHosts) },
    { key: "site.routes", value: site.routes, from: name(origins.site.routes) },
    {
      key: "site.redirectFiles",
      value: site.redirectFiles,
      from: name(origins.site.redirectFiles),
    },
    { key: "site.output", value: site.output, from: name(origins.site.output) },
    { key: "site.manifest", value: site.manifest, from: name(origins.site.manifest) },
    ...origins.rules.flatMap(({ rule, severity, options }): readonly ConfigRow[] => {
      const row = {
        key: `rules["${rule.id}"]`,
        value: severityName(severity.value),
        from: name(severity.from),
      };
      if (severity.value === "off" || !hasMembers(options.value)) return [row];
      return [
        row,
        { key: `rules["${rule.id}"] options`, value: options.value, from: name(options.from) },
      ];
    }),
  ];
}

/** What a config says of how much is shown, and of how the work is done. `cwd` is what file names are shown relative to. */
export function showingRows(
  { showing, threads, file }: ExpandedConfig,
  cwd: string,
): readonly ConfigRow[] {
  const { maxFindings, verbose } = showing;
  const from = file === undefined ? "default" : pathFrom(cwd, file) || ".";
  const rows = [
    { key: "maxFindings", value: maxFindings === Number.POSITIVE_INFINITY ? "all" : maxFindings },
    { key: "verbose", value: verbose },
    { key: "threads", value: threads },
  ];
  return rows.flatMap((row) => (row.value === undefined ? [] : [{ ...row, from }]));
}

/** What the config of the working directory says of the network; what it leaves out stands in the schema. */
export function onlineRows(online: OnlineConfig): readonly ConfigRow[] {
  return Object.entries(online).map(([key, value]) => ({
    key: `online.${key}`,
    value,
    from: "config of the working directory",
  }));
}

/** The rows as a table: key, origin, value. */
export function formatConfigRows(rows: readonly ConfigRow[]): string {
  const keyWidth = largest(rows.map(({ key }) => key.length));
  const fromWidth = largest(rows.map(({ from }) => from.length));
  return rows
    .map(({ key, value, from }) => {
      const shown = JSON.stringify(value) ?? "(not set)";
      return `${key.padEnd(keyWidth)}  ${from.padEnd(fromWidth)}  ${shown}\n`;
    })
    .join("");
}

function originName(origin: LayerOrigin, cwd: string): string {
  if (origin.kind === "flag") return origin.name;
  if (origin.kind === "preset")
    return origin.name === "default" ? "default" : `preset ${origin.name}`;
  const file = pathFrom(cwd, origin.name) || ".";
  return origin.at === "" ? file : `${file} ${origin.at}`;
}

function severityName(severity: string): string {
  if (severity === "own") return "on";
  return severity === "warning" ? "warn" : severity;
}

function hasMembers(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
