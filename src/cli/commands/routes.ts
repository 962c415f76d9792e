import { resolve } from "node:path";
import type { BuildManifest } from "../../facts/build-manifest.js";
import { nodeFileSystem } from "../../files/file-system.js";
import { safeJson } from "../../report/safe-json.js";
import { readBuildManifest } from "../../run/files/build-manifests.js";
import { routesOfSites, type SiteRoutes } from "../../run/routes.js";
import { UsageError } from "../../run/usage-error.js";
import type { RoutesDifference } from "../../site/build/compare-routes.js";
import { type CheckArguments, openCheck } from "../check-articles.js";
import { ExitCode } from "../exit-code.js";
import { printable } from "../failure.js";
import type { Io } from "../io.js";
import type { ROUTES_FORMATS } from "../options.js";
import { differenceText, isDifferent } from "../routes/difference-text.js";
import { nameOfSite, routesText } from "../routes/routes-text.js";

export interface RoutesArguments extends CheckArguments {
  readonly format: (typeof ROUTES_FORMATS)[number];
  /** A manifest to compare with. */
  readonly from: string | undefined;
}

/**
 * Prints where articles are published, or how that differs from what a build has written.
 *
 * @throws {UsageError | ConfigError} for arguments, configs and manifests that cannot be used
 */
export async function runRoutes(args: RoutesArguments, io: Io): Promise<ExitCode> {
  const { format, from } = args;
  const manifest = from === undefined ? undefined : manifestAt(from, io);
  const { discovery, options, progress, save } = await openCheck(args, io);
  const sites = await routesOfSites(discovery, options, manifest !== undefined);
  save();
  progress.clear();
  if (manifest === undefined && format === "table") {
    io.stdout.write(printable(sites.map(routesText).join("\n")));
    return ExitCode.clean;
  }
  const site = onlySite(sites);
  if (manifest === undefined) {
    io.stdout.write(safeJson(manifestOf(site), 2));
    return ExitCode.clean;
  }
  const difference = site.compare(manifest);
  io.stdout.write(
    format === "json"
      ? safeJson(differenceRecord(difference), 2)
      : printable(differenceText(difference, nameOfSite(site))),
  );
  return isDifferent(difference) ? ExitCode.findings : ExitCode.clean;
}

function manifestAt(from: string, io: Io): BuildManifest {
  const manifest = readBuildManifest(resolve(io.cwd, from), from, nodeFileSystem);
  if (manifest === undefined)
    throw new UsageError(
      `The manifest ${from} does not exist.`,
      "docs/guide/build.md says how a build writes one.",
    );
  return manifest;
}

function onlySite(sites: readonly SiteRoutes[]): SiteRoutes {
  const [site, other] = sites;
  if (site === undefined) throw new UsageError("There is no article, so there is no site.");
  if (other === undefined) return site;
  throw new UsageError(
    `There are ${sites.length} sites here: ${sites.map(nameOfSite).join(", ")}.`,
    "Name the folder of one of them: copydesk routes FOLDER.",
  );
}

function manifestOf({ routes }: SiteRoutes): BuildManifest {
  return {
    version: 1,
    routes: routes.map(({ address, ids, source, isRedirect, knowledge }) => {
      if (isRedirect) return { address };
      return knowledge === "exact" ? { address, ids: [...ids], source } : { address, source };
    }),
  };
}

function differenceRecord(difference: RoutesDifference) {
  return { version: 1, isDifferent: isDifferent(difference), ...difference };
}
