import { plural } from "../../report/count.js";
import { neutralise } from "../../report/text/neutralise.js";
import { tableLines } from "../../report/text/table.js";
import type { SiteRoutes } from "../../run/routes.js";

const NO_COLUMNS: ReadonlySet<number> = new Set();

/** What messages call a site: `docs (the label of its engine)`. */
export function nameOfSite({ folder, engine }: SiteRoutes): string {
  return folder === "" ? engine : `${folder} (${engine})`;
}

/** The routes of one site as a table, and what nobody can put into it. */
export function routesText(site: SiteRoutes): string {
  const { routes, untold, heldBack } = site;
  const rows = routes.map(({ address, source, isRedirect }) => [
    neutralise(address),
    `${neutralise(source)}${isRedirect ? " (redirect)" : ""}`,
  ]);
  const outside = [
    ...heldBack.map(({ source, reason }) => `Not published (${reason}): ${neutralise(source)}`),
    ...untold.map((source) => `Only the build knows the address: ${neutralise(source)}`),
  ];
  return [
    `${nameOfSite(site)}: ${plural(routes.length, "address", "addresses")}`,
    "",
    ...tableLines(rows, NO_COLUMNS),
    ...(outside.length === 0 ? [] : ["", ...outside]),
    "",
  ].join("\n");
}
