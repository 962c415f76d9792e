import { ConfigError } from "../../config/config-error.js";
import { CONFIG_FILES } from "../../config/load/find-config.js";
import type { Project } from "../../config/project.js";
import { NO_FLAGS } from "../../config/resolve/flags.js";
import type { ResolvedConfig } from "../../config/resolve/resolve.js";
import { pathFrom } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import type { ReportSilenced } from "../../report/change-model.js";
import { plural } from "../../report/count.js";
import type { Discovery } from "../discover.js";
import { isArticleName } from "../discovery/walk.js";
import { readBaseline } from "../read-baseline.js";
import { UsageError } from "../usage-error.js";
import type { Change } from "./change.js";

/** The settings of one side of a change. */
export interface Settled {
  readonly project: Project;
  readonly files: FileSystem;
  /** Everything that was asked for, before it is narrowed to the change: articles of now by these settings. */
  readonly discovery: Discovery;
  /** `--baseline`, absolute. */
  readonly baseline: string | undefined;
}

/** Whether a change touches anything but articles, which alone can switch off a rule. */
export function touchesSettings({ changes }: Change): boolean {
  return [...changes.changed, ...changes.deleted, ...changes.renamed.values()].some(
    (path) => !isArticleName(path),
  );
}

/**
 * What the settings of now keep quiet that those of before do not: rules, limits, articles that are left out, known findings.
 *
 * @param before finds the articles of before by the settings of before
 */
export async function silencedBySettings(
  now: Settled,
  before: () => Promise<Settled>,
  change: Change,
): Promise<readonly ReportSilenced[]> {
  try {
    const then = await before();
    return [...(await loweredRules(now, then)), ...leftOut(now, then), ...addedEntries(now, then)];
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof UsageError)) throw error;
    const names: readonly string[] = CONFIG_FILES;
    const isChanged = change.changes.changed.some((path) =>
      names.includes(path.split("/").at(-1) ?? ""),
    );
    if (!isChanged) return [];
    const reason = error.message.split("\n")[0] ?? "";
    return [
      {
        kind: "settings",
        what: `The settings before the change cannot be read, so what it switches off is not known: ${reason}`,
        count: 1,
      },
    ];
  }
}

const RANK = { off: 0, info: 1, warning: 2, own: 2.5, error: 3 } as const;

type Level = keyof typeof RANK;

/** Rules that are off or less grave now, and limits that let more pass, for articles that are checked. */
async function loweredRules(now: Settled, then: Settled): Promise<readonly ReportSilenced[]> {
  const settingsNow = now.project.settingsFrom(now.project.root, NO_FLAGS);
  const settingsThen = then.project.settingsFrom(now.project.root, NO_FLAGS);
  const counts = new Map<string, { rule: string | undefined; what: string; count: number }>();
  const pairs = new Map<ResolvedConfig, Map<ResolvedConfig, readonly Lowered[]>>();
  for (const { path, config } of now.discovery.articles) {
    const here = settingsNow.resolveFor(path, config);
    const folder = path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")));
    const configThen = await then.project.configFor(folder);
    const there = settingsThen.resolveFor(path, configThen);
    const known = pairs.get(here) ?? new Map<ResolvedConfig, readonly Lowered[]>();
    pairs.set(here, known);
    const lowered = known.get(there) ?? [
      ...loweredBetween(there, here),
      ...moreWarnings(configThen.maxWarnings, config.maxWarnings),
    ];
    known.set(there, lowered);
    for (const { rule, what } of lowered) {
      const one = counts.get(what) ?? { rule, what, count: 0 };
      one.count += 1;
      counts.set(what, one);
    }
  }
  return [...counts.values()].map(({ rule, what, count }) => ({
    kind: rule === undefined ? ("gate" as const) : ("rule" as const),
    what: `${what} (${plural(count, "article")})`,
    ...(rule === undefined ? {} : { rule }),
    count,
  }));
}

interface Lowered {
  readonly rule: string | undefined;
  readonly what: string;
}

function loweredBetween(then: ResolvedConfig, now: ResolvedConfig): readonly Lowered[] {
  const levels = new Map<string, Level>(
    now.rules.map(({ rule, severity }) => [rule.id, severity ?? "own"]),
  );
  const lowered: Lowered[] = then.rules.flatMap(({ rule: { id }, severity }) => {
    const level = levels.get(id) ?? "off";
    if (RANK[level] >= RANK[severity ?? "own"]) return [];
    const before = severity ?? "on";
    return [{ rule: id, what: `${id}: ${before} before, ${level} now` }];
  });
  if (RANK[now.failOn] > RANK[then.failOn])
    lowered.push({
      rule: undefined,
      what: `failOn: ${then.failOn} before, ${now.failOn} now`,
    });
  return lowered;
}

function moreWarnings(then: number | undefined, now: number | undefined): readonly Lowered[] {
  if (then === undefined || (now !== undefined && now <= then)) return [];
  return [
    {
      rule: undefined,
      what: `maxWarnings: ${then} before, ${now === undefined ? "none" : now} now`,
    },
  ];
}

/** Articles that the settings of before would have checked, but those of now do not. */
function leftOut(now: Settled, then: Settled): readonly ReportSilenced[] {
  const checked = new Set(now.discovery.articles.map(({ path }) => path));
  const out = then.discovery.articles.filter(({ path }) => !checked.has(path));
  return out.map(({ path }) => {
    const name = pathFrom(now.project.root, path);
    const isNew = then.files.kindOf(path) === undefined;
    return {
      kind: "article" as const,
      what: `${name} is not checked${isNew ? "" : " any more"}`,
      path: name,
      count: 1,
    };
  });
}

/** Known findings that the baseline of before does not have. */
function addedEntries(now: Settled, then: Settled): readonly ReportSilenced[] {
  const [here, there] = [now, then].map((side) => {
    const named =
      side.baseline ??
      side.discovery.articles.find(({ config }) => config.baseline !== undefined)?.config.baseline;
    if (named === undefined || side.files.kindOf(named) === undefined) return [];
    return readBaseline(named, now.project.root, side.files);
  });
  const known = new Set(
    (there ?? []).map(({ path, rule, fingerprint }) => `${path}\0${rule}\0${fingerprint}`),
  );
  const counts = new Map<string, number>();
  for (const { path, rule, fingerprint } of here ?? [])
    if (!known.has(`${path}\0${rule}\0${fingerprint}`))
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({
    kind: "baseline" as const,
    what: `${rule}: ${plural(count, "finding")} added to the baseline`,
    rule,
    count,
  }));
}
