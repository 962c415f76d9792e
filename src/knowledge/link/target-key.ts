import { join } from "../../engine/address.js";

/**
 * One text for each target of relative and other URLs, so that the same target in different articles can be told:
 * a relative path is joined to the folder of its article, query and fragment are left out.
 */
export function targetKey(path: string, url: string): string {
  const [target = ""] = url.split(/[?#]/, 1);
  if (target === "" || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(target)) return target;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return join(folder, target) ?? target;
}
