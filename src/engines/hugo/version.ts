import { basename, join } from "node:path";
import * as z from "zod";
import type { SiteLocation, SiteReader } from "../../engine/site-reader.js";

const environment = z
  .object({ HUGO_VERSION: z.string().optional().catch(undefined) })
  .catch({ HUGO_VERSION: undefined });

const hostSchema = z.object({
  build: z.object({ environment }).catch({ environment: { HUGO_VERSION: undefined } }),
});

/** From this version on, the config may be called after Hugo. */
const NAMED_CONFIG = "0.110.0";

/** The version that a site is built with, or the lowest that it may be. */
export function hugoVersion(
  { folder, configFile = "" }: SiteLocation,
  reader: SiteReader,
): string | undefined {
  const { build } = hostSchema.parse(reader.config(join(folder, "netlify.toml")));
  const isNamed = /^hugo\./.test(basename(configFile));
  return build.environment.HUGO_VERSION ?? (isNamed ? NAMED_CONFIG : undefined);
}

/** Whether a version is this one or a later one: `0.60`. */
export function isFrom(version: string | undefined, wanted: string): boolean {
  const [major = 0, minor = 0] = numbersOf(version ?? "0.0");
  const [wantedMajor = 0, wantedMinor = 0] = numbersOf(wanted);
  return major === wantedMajor ? minor >= wantedMinor : major > wantedMajor;
}

function numbersOf(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
