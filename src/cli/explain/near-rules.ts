import { allNear } from "../../knowledge/text/nearest.js";

/**
 * The rules that someone may have meant, the nearest first: those with that name in any family; else those of that
 * family; else those with a similar id or a similar name.
 */
export function nearRules(name: string, ids: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  const bare = wanted.slice(wanted.lastIndexOf("/") + 1);
  const named = ids.filter((id) => nameOf(id) === bare);
  if (named.length > 0) return named;
  const family = ids.filter((id) => id.startsWith(`${wanted.replace(/\/\*?$/, "")}/`));
  if (family.length > 0) return family;
  const most = Math.max(2, Math.floor(bare.length / 3));
  const near = [...allNear(wanted, ids, most), ...allNear(bare, ids, most, nameOf)];
  return [...new Set(near)];
}

function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
