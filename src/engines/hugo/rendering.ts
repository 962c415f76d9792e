import { isTable } from "../read/table.js";

type Table = Readonly<Record<string, unknown>>;

/** Whether a table with `build` says that a page is rendered; undefined where it says nothing. */
export function rendersPage(data: Table): boolean | undefined {
  const render = renderOf(data);
  if (render === undefined) return undefined;
  return render !== "never" && render !== "link" && render !== false;
}

/** Whether a page has an address though it is never rendered: something else may answer there. */
export function keepsAddress(data: Table): boolean {
  return renderOf(data) === "link";
}

function renderOf(data: Table): unknown {
  const build = memberOf(data, "build") ?? memberOf(data, "_build");
  return isTable(build) ? memberOf(build, "render") : undefined;
}

/** A member of a table whose keys do not tell letter case apart. */
export function memberOf(table: Table, key: string): unknown {
  if (Object.hasOwn(table, key)) return table[key];
  const wanted = key.toLowerCase();
  const name = Object.keys(table).find((one) => one.toLowerCase() === wanted);
  return name === undefined ? undefined : table[name];
}
