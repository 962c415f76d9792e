import type { FileLookup } from "./contract.js";

/** Code of a server, by its folder and its name: `server/handlers/redirect.js`. */
const HANDLER =
  /(?:^|\/)(?:server|middleware|functions|workers?|edge)\/(?:[^/]+\/)*[^/]*redirect[^/]*\.[cm]?[jt]s$/i;

const known = new WeakMap<FileLookup, Map<string, boolean>>();

/** Whether code of a server of the site may lead readers of a missing page to the page of the same name. */
export function isLedTo(
  page: string | undefined,
  missing: string,
  files: FileLookup,
  folder: string,
): boolean {
  return page !== undefined && isSameName(page, missing) && redirectsByCode(files, folder);
}

/** Whether code of a server of the site, in its folder, sends readers of missing pages elsewhere; only running it tells where. */
function redirectsByCode(files: FileLookup, folder: string): boolean {
  const folders = known.get(files) ?? new Map<string, boolean>();
  known.set(files, folders);
  let answer = folders.get(folder);
  if (answer === undefined) {
    answer = files.list(folder).some((path) => HANDLER.test(path));
    folders.set(folder, answer);
  }
  return answer;
}

/** Whether two addresses end in the same name, but for signs and the case of letters: what such code looks for. */
function isSameName(left: string, right: string): boolean {
  const name = nameOf(left);
  return name !== "" && name === nameOf(right);
}

function nameOf(address: string): string {
  const last =
    address
      .replace(/\/(?:index\.html?)?$|\.html?$/i, "")
      .split("/")
      .at(-1) ?? "";
  return last.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
