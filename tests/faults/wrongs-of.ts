import type { ReportFinding } from "../../src/report/model.js";
import { lintFiles } from "../../src/run/api.js";
import { runIn } from "../cli/run-in-memory.js";
import { temporaryProject } from "../run/temporary-project.js";
import type { Claim, Input } from "./read-kinds.js";

/** The smallest picture there is: 1 × 1 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
const NOW = Date.parse("2026-01-01T00:00:00Z");

/** A place that a report speaks of. */
interface Place {
  readonly rule: string;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly severity: string;
  readonly isFixed: boolean;
}

/** What the report on an input says wrongly, in words. */
export async function wrongsOf(input: Input): Promise<readonly string[]> {
  const cwd = temporaryProject({
    ".git/HEAD": "ref: refs/heads/main\n",
    ...input.files,
    ...Object.fromEntries(input.pictures.map(picture)),
  });
  const report = await lintFiles([], { cwd, now: NOW });
  const places = report.files.flatMap(({ path, findings }) =>
    findings.flatMap((finding) => placesOf(path, finding)),
  );
  const hits = (claim: Claim): readonly Place[] =>
    places.filter((place) => speaksOf(place, claim, lineOf(claim, input)));
  const expected = new Set(input.told.flatMap(hits));
  const paths = new Set(
    report.files.flatMap(({ path, format }) => (format === "other" ? [] : [path])),
  );
  const engines = new Set(report.files.map(({ engine }) => engine));
  return [
    ...report.notChecked.map(({ path, reason }) => `not checked: ${path}: ${reason}`),
    ...input.told.filter((claim) => hits(claim).length === 0).map((it) => `missing ${said(it)}`),
    ...input.quiet.flatMap(hits).map((place) => `unwanted ${named(place)}`),
    ...places
      .filter((place) => place.severity === "error" && !expected.has(place))
      .map((place) => `unexpected error ${named(place)}`),
    ...input.unfixed
      .flatMap(hits)
      .filter(({ isFixed }) => isFixed)
      .map((place) => `fixed ${named(place)}`),
    ...input.mild
      .flatMap(hits)
      .filter(({ severity }) => severity !== "info")
      .map((place) => `no info ${named(place)}`),
    ...input.causes
      .filter(
        ({ claim, findings }) =>
          !report.causes.some(
            (cause) =>
              cause.rule === claim.rule &&
              (claim.message ?? cause.messageId) === cause.messageId &&
              cause.count === findings,
          ),
      )
      .map(({ claim, findings }) => `no cause of ${findings} ${said(claim)}`),
    ...input.articles.filter((path) => !paths.has(path)).map((path) => `${path} is an article`),
    ...input.strangers.filter((path) => paths.has(path)).map((path) => `${path} is no article`),
    ...(input.engine === undefined || engines.has(input.engine)
      ? []
      : [`the engine is ${input.engine}, not ${[...engines].join()}`]),
    ...(await saidWrongly(input, cwd)),
  ];
}

/** A picture by `PATH` or `PATH WIDTHxHEIGHT`. */
function picture(text: string): readonly [string, Uint8Array] {
  const [path = "", size] = text.split(" ");
  const bytes = Buffer.from(PICTURE);
  const [width, height] = size?.split("x") ?? [];
  if (width === undefined || height === undefined || !/^\d+x\d+$/.test(size ?? ""))
    return [text, bytes];
  bytes.writeUInt32BE(Number(width), 16);
  bytes.writeUInt32BE(Number(height), 20);
  return [path, bytes];
}

async function saidWrongly(input: Input, cwd: string): Promise<readonly string[]> {
  if (input.says.length + input.saysNot.length === 0) return [];
  const { stdout, stderr } = await runIn(cwd, ["--no-cache"]);
  const text = `${stdout}\n${stderr}`;
  return [
    ...input.says.filter((words) => !text.includes(words)).map((it) => `does not say ${it}`),
    ...input.saysNot.filter((words) => text.includes(words)).map((it) => `says ${it}`),
  ];
}

function placesOf(path: string, finding: ReportFinding): readonly Place[] {
  const { rule, messageId, severity, fix, related = [] } = finding;
  const shared = { rule, message: messageId, severity, isFixed: fix !== undefined };
  return [
    { ...shared, path, line: finding.start.line },
    ...related.map((one) => ({
      ...shared,
      // The place of the finding itself is counted as an error, its further places are not.
      severity: "related",
      path: one.path ?? path,
      line: one.start.line,
    })),
  ];
}

function speaksOf(place: Place, claim: Claim, line: number | undefined): boolean {
  const isRule = claim.rule.endsWith("*")
    ? place.rule.startsWith(claim.rule.slice(0, -1))
    : place.rule === claim.rule;
  return (
    isRule &&
    (claim.message ?? place.message) === place.message &&
    (claim.path ?? place.path) === place.path &&
    (line ?? place.line) === place.line
  );
}

/** The number of the line that a claim means. */
function lineOf({ path, line }: Claim, input: Input): number | undefined {
  if (path === undefined || line === undefined) return undefined;
  if (/^\d+$/.test(line)) return Number(line);
  const lines = (input.files[path] ?? "").split("\n");
  const found = lines.flatMap((text, index) => (text.includes(line) ? [index + 1] : []));
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${input.name}: ${found.length} lines of ${path} hold ${line}`);
  return only;
}

const said = ({ rule, message = "*", path = "*", line = "*" }: Claim): string =>
  `${rule}/${message} ${path}: ${line}`;

const named = ({ rule, message, path, line }: Place): string =>
  `${rule}/${message} ${path}:${line}`;
