import { dirname, join } from "node:path";
import * as z from "zod";
import { parsedUrl } from "../../article/parsed-url.js";
import type { SiteLocation, SiteReader } from "../../engine/site-reader.js";

/** Names of variables that hold the address of a site. */
const NAMES_ADDRESS = /^[A-Z\d_]*(?:URL|ORIGIN)$/;
/** Where a config asks for a variable: its name is the first group that took part. */
const ASKED = /\bprocess\.env(?:\.(\w+)|\[["'](\w+)["']\])|\bimport\.meta\.env\.(\w+)/g;
const VARIABLE = /^(?:export )?([A-Z\d_]+)=["']?(https?:\/\/[^\s"'#]+)/gm;
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i;
/** Owner of a repository, and the host that serves the pages of its repositories. */
const OWNER = /(?:^|[/@:.])(github|gitlab)(?:\.com[/:]|:)([\w-]+)\//i;
const SHORT_OWNER = /^([\w-]+)\/[\w.-]+$/;

const environment = z.record(z.string(), z.unknown()).catch({});
const hosting = z.object({
  build: z.object({ environment }).catch({ environment: {} }),
  context: z
    .object({ production: z.object({ environment }).catch({ environment: {} }) })
    .catch({ production: { environment: {} } }),
});
const packageSchema = z.object({
  repository: z
    .union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)])
    .catch(""),
});

/**
 * Hosts that files of a repository tell to be its own, though nobody says that all of this site is there: the domain of
 * its pages (`CNAME`), the address that the settings of its host give a variable of the config, and the pages of the
 * other repositories of its owner.
 */
export function relatedHosts(
  site: SiteLocation,
  staticDirs: readonly string[],
  reader: SiteReader,
): readonly string[] {
  const { folder } = site;
  const around = [folder, dirname(folder)];
  const domains = ["", ...staticDirs].map((dir) => reader.text(join(folder, dir, "CNAME"))?.trim());
  const hosts = [
    ...domains,
    ...addressVariables(site, around, reader),
    ...around.map((place) => hostOfOwner(join(place, "package.json"), reader)),
  ];
  return [...new Set(hosts.flatMap((host) => (host && HOST.test(host) ? [host] : [])))];
}

/** The hosts in the variables that a config asks for. */
function addressVariables(
  { configFile }: SiteLocation,
  around: readonly string[],
  reader: SiteReader,
): readonly string[] {
  const code = configFile === undefined ? "" : (reader.text(configFile) ?? "");
  const asked = new Set(
    [...code.matchAll(ASKED)]
      .flatMap(([, dot, brackets, meta]) => dot ?? brackets ?? meta ?? [])
      .filter((name) => NAMES_ADDRESS.test(name)),
  );
  if (asked.size === 0) return [];
  return around
    .flatMap((place) => [
      ...hostVariables(join(place, "netlify.toml"), reader),
      ...fileVariables(join(place, ".env.production"), reader),
      ...fileVariables(join(place, ".env"), reader),
    ])
    .flatMap(([name, value]) => (asked.has(name) ? (parsedUrl(value)?.hostname ?? []) : []));
}

type Variable = readonly [name: string, value: string];

function hostVariables(file: string, reader: SiteReader): readonly Variable[] {
  if (reader.text(file) === undefined) return [];
  const { build, context } = hosting.parse(reader.config(file));
  return Object.entries({ ...build.environment, ...context.production.environment }).flatMap(
    ([name, value]): readonly Variable[] => (typeof value === "string" ? [[name, value]] : []),
  );
}

function fileVariables(file: string, reader: SiteReader): readonly Variable[] {
  return [...(reader.text(file) ?? "").matchAll(VARIABLE)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
}

function hostOfOwner(file: string, reader: SiteReader): string | undefined {
  if (reader.text(file) === undefined) return undefined;
  const { repository } = packageSchema.parse(reader.config(file));
  const [, hoster = "github", owner] = OWNER.exec(`${repository}/`) ?? [
    undefined,
    undefined,
    SHORT_OWNER.exec(repository)?.[1],
  ];
  return owner === undefined ? undefined : `${owner}.${hoster}.io`.toLowerCase();
}
