import { editDistance } from "../../knowledge/text/nearest.js";

/**
 * The rules that someone may have meant, nearest first: those of that name in any family; else those of that family;
 * else those spelt much like it, with or without their family.
 */
export function nearRules(name: string, ids: readonly string[]): readonly string[] {
  const wanted = name.toLowerCase();
  const bare = wanted.slice(wanted.lastIndexOf("/") + 1);
  const named = ids.filter((id) => nameOf(id) === bare);
  if (named.length > 0) return named;
  const family = ids.filter((id) => id.startsWith(`${wanted.replace(/\/\*?$/, "")}/`));
  if (family.length > 0) return family;
  const steps = (id: string): number =>
    Math.min(editDistance(wanted, id), editDistance(bare, nameOf(id)) + (wanted === bare ? 0 : 1));
  const most = Math.max(2, Math.floor(bare.length / 3));
  return ids
    .map((id) => ({ id, steps: steps(id) }))
    .filter(({ steps }) => steps <= most)
    .sort((left, right) => left.steps - right.steps)
    .map(({ id }) => id);
}

function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
