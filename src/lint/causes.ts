import { pageIdentity } from "../knowledge/page/page-identity.js";
import { fnv1a64 } from "../knowledge/text/hashes.js";
import type { Finding, Severity } from "../rule/finding.js";

/**
 * Why several findings are one: a program wrote the pages, what much of a site or folder does, what many of its files do,
 * one page in many versions, one thing in many places, one message many times in one file.
 */
export type CauseKind =
  | "generated"
  | "convention"
  | "widespread"
  | "editions"
  | "repeated"
  | "file";

/** One cause of several findings. */
export interface Cause {
  /** Sixteen hexadecimal digits; the same in every run over the same site. */
  readonly id: string;
  readonly kind: CauseKind;
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Severity;
  /** The folder whose habit it is, or the file; "" for a whole site, absent where it is neither. */
  readonly within: string | undefined;
  /** In order of paths and places. */
  readonly findings: readonly Finding[];
}

/** A file with its findings, as causes are looked for in it. */
export interface FoldableFile {
  readonly path: string;
  /** Folder of its site. */
  readonly site: string;
  /** Whether a program wrote it. */
  readonly isGenerated?: boolean | undefined;
  readonly findings: readonly Finding[];
}

/** The same findings, those of a common cause with its id and severity, and the causes. */
export interface Folded {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Gravest first, then by rule and id. */
  readonly causes: readonly Cause[];
}

/** Least number of files, and least share of a site's or folder's files, that make a habit. */
const HABIT = { files: 10, siteShare: 1 / 3, folderShare: 1 / 2 };

/** Least number of files, and least share of a site's files, that make a warning or an info widespread. */
const WIDESPREAD = {
  warning: { files: 10, share: 1 / 10 },
  info: { files: 5, share: 0 },
};

/** Least number of places, or of files, in which one thing repeats. */
const REPEATED = { places: 5, files: 3 };

/** Least number of findings of one message in one file that are told once. */
const FILE_PLACES = 10;

/** Length from which a text tells one defect from others. */
const LEAST_TEXT = 4;

/** Characters of a text that are compared, and its length: many findings may be about one long text. */
const MOST_TEXT = 1000;

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Folds findings that repeat one cause: a habit of a site or folder, or what many of a site's files do (neither of them
 * errors), pages that a program wrote, the same page in several versions
 * or languages, one thing in many places (the same dead link, the same icon), one message many times in one file.
 *
 * @param isConfigured whether the config sets the severity of a rule for an article: a habit then keeps it
 * @param sourceOf the text of an article, where it is at hand
 */
export function foldCauses(
  files: readonly FoldableFile[],
  isConfigured: (path: string, rule: string) => boolean,
  sourceOf: (path: string) => string | undefined = () => undefined,
): Folded {
  const causes = new Map<Finding, Cause>();
  const add = (cause: Omit<Cause, "id">, key: string): void => {
    const { kind, rule, messageId, within = "" } = cause;
    const id = fnv1a64([kind, rule, messageId, within, key].join("\0"));
    for (const finding of cause.findings) causes.set(finding, { ...cause, id });
  };
  const left = (): readonly Placed[] =>
    placedIn(files).filter(({ finding }) => !causes.has(finding));
  const generated = new Set(
    files.flatMap(({ path, isGenerated }) => (isGenerated === true ? [path] : [])),
  );
  foldAlike(
    "generated",
    left(),
    () => true,
    ({ path, site }) => (generated.has(path) ? [site] : undefined),
    add,
    isConfigured,
  );
  foldHabits(files, generated, isConfigured, add);
  const sizes = sitesBySize(files);
  foldAlike(
    "widespread",
    left(),
    (group) => isWidespread(group, sizes),
    ({ finding, site }) => (finding.severity === "error" ? undefined : [site]),
    add,
  );
  foldAlike(
    "editions",
    left(),
    isOneEachEdition,
    ({ finding, path, nth }) => [pageIdentity(path).page, finding.message, `${nth}`],
    add,
  );
  foldAlike(
    "repeated",
    left(),
    isRepeated,
    ({ finding, site }) => {
      const repeats = finding.repeats ?? excerptOf(finding, sourceOf);
      return repeats === undefined ? undefined : [site, repeats];
    },
    add,
  );
  foldAlike(
    "file",
    left(),
    (group) => group.length >= FILE_PLACES,
    ({ finding, path }) => (finding.severity === "error" ? undefined : [path]),
    add,
  );
  const byId = new Map([...causes.values()].map((cause) => [cause.id, cause]));
  return {
    findings: new Map(
      files.map(({ path, findings }) => [
        path,
        findings.map((finding) => {
          const cause = causes.get(finding);
          return cause === undefined
            ? finding
            : { ...finding, severity: cause.severity, cause: cause.id };
        }),
      ]),
    ),
    causes: [...byId.values()].sort(
      (a, b) =>
        GRAVITY[a.severity] - GRAVITY[b.severity] || compare(a.rule, b.rule) || compare(a.id, b.id),
    ),
  };
}

type Add = (cause: Omit<Cause, "id">, key: string) => void;

interface Placed {
  readonly path: string;
  readonly site: string;
  readonly finding: Finding;
  /** Which of the findings with its message it is in its file, from 0. */
  readonly nth: number;
}

function placedIn(files: readonly FoldableFile[]): readonly Placed[] {
  return files.flatMap(({ path, site, findings }) => {
    const counts = new Map<string, number>();
    return findings.map((finding) => {
      const key = `${finding.rule} ${finding.message}`;
      const nth = counts.get(key) ?? 0;
      counts.set(key, nth + 1);
      return { path, site, finding, nth };
    });
  });
}

/**
 * What tells the text of a warning or an info from others: a hash of it.
 *
 * @returns undefined for an error, and for a text that is too short to tell anything
 */
export function excerptOf(
  { path, range: { start, end }, severity }: Pick<Finding, "path" | "range" | "severity">,
  sourceOf: (path: string) => string | undefined,
): string | undefined {
  if (severity === "error") return undefined;
  const text = sourceOf(path)
    ?.slice(start, Math.min(end, start + MOST_TEXT))
    .replace(/\s+/g, " ")
    .trim();
  if (text === undefined || text.length < LEAST_TEXT) return undefined;
  return fnv1a64(end - start > MOST_TEXT ? `${text} ${end - start}` : text);
}

/** What most files of a site, or of one of its folders, do is a habit: the widest folder of which it holds. */
function foldHabits(
  files: readonly FoldableFile[],
  generated: ReadonlySet<string>,
  isConfigured: (path: string, rule: string) => boolean,
  add: Add,
): void {
  const sizes = new Map<string, number>();
  for (const file of files)
    for (const folder of foldersOf(file)) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  const mild = placedIn(files).filter(
    ({ path, finding }) => finding.severity !== "error" && !generated.has(path),
  );
  for (const group of grouped(mild, () => []).values()) {
    const byFolder = new Map<string, Placed[]>();
    for (const placed of group)
      for (const folder of foldersOf(placed)) {
        const inside = byFolder.get(folder);
        if (inside === undefined) byFolder.set(folder, [placed]);
        else inside.push(placed);
      }
    const folded = new Set<Placed>();
    // Sites first, then the folders in them, from the outside in.
    for (const [folder, all] of [...byFolder].sort(([a], [b]) => a.length - b.length)) {
      const inside = all.filter((placed) => !folded.has(placed));
      const count = new Set(inside.map(({ path }) => path)).size;
      const share = all.some(({ site }) => site === folder) ? HABIT.siteShare : HABIT.folderShare;
      if (count < HABIT.files || count < (sizes.get(folder) ?? 0) * share) continue;
      addGroup(inside, "convention", folder, folder, isConfigured, add);
      for (const placed of inside) folded.add(placed);
    }
  }
}

/** How many files each site has, by its folder. */
function sitesBySize(files: readonly FoldableFile[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { site } of files) sizes.set(site, (sizes.get(site) ?? 0) + 1);
  return sizes;
}

function isWidespread(group: readonly Placed[], sizes: ReadonlyMap<string, number>): boolean {
  const severity = gravest(group);
  if (severity === "error") return false;
  const count = new Set(group.map(({ path }) => path)).size;
  const { files, share } = WIDESPREAD[severity];
  return count >= files && count >= (sizes.get(group[0]?.site ?? "") ?? 0) * share;
}

function foldAlike(
  kind: CauseKind,
  all: readonly Placed[],
  isEnough: (group: readonly Placed[]) => boolean,
  keyOf: (placed: Placed) => readonly string[] | undefined,
  add: Add,
  keepsSeverity: (path: string, rule: string) => boolean = () => true,
): void {
  for (const [key, group] of grouped(all, keyOf)) {
    if (group.length < 2 || !isEnough(group)) continue;
    addGroup(group, kind, key, kind === "file" ? group[0]?.path : undefined, keepsSeverity, add);
  }
}

function addGroup(
  group: readonly Placed[],
  kind: CauseKind,
  key: string,
  within: string | undefined,
  isConfigured: (path: string, rule: string) => boolean,
  add: Add,
): void {
  const [first] = group;
  if (first === undefined) return;
  const { rule, messageId } = first.finding;
  const own = gravest(group);
  const keepsSeverity = own === "error" || group.some(({ path }) => isConfigured(path, rule));
  const severity = keepsSeverity ? own : "info";
  add({ kind, rule, messageId, severity, within, findings: group.map((one) => one.finding) }, key);
}

/** Findings of one rule and message, and of one key; those without a key left out. */
function grouped(
  all: readonly Placed[],
  keyOf: (placed: Placed) => readonly string[] | undefined,
): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const placed of all) {
    const own = keyOf(placed);
    if (own === undefined) continue;
    const key = [placed.finding.rule, placed.finding.messageId, ...own].join("\0");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placed]);
    else group.push(placed);
  }
  return groups;
}

function isOneEachEdition(group: readonly Placed[]): boolean {
  return new Set(group.map(({ path }) => pageIdentity(path).edition)).size > 1;
}

function isRepeated(group: readonly Placed[]): boolean {
  const files = new Set(group.map(({ path }) => path));
  return group.length >= REPEATED.places || files.size >= REPEATED.files;
}

function gravest(group: readonly Placed[]): Severity {
  const severities: readonly Severity[] = ["error", "warning", "info"];
  return severities.find((one) => group.some(({ finding }) => finding.severity === one)) ?? "info";
}

/** The folder of the site, and every folder between it and a file. */
function foldersOf({
  path,
  site,
}: {
  readonly path: string;
  readonly site: string;
}): readonly string[] {
  const folders = [site];
  const parts = path.split("/").slice(0, -1);
  for (let count = 1; count <= parts.length; count++) {
    const folder = parts.slice(0, count).join("/");
    if (folder.length > site.length) folders.push(folder);
  }
  return folders;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
