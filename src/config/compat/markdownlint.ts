import { lazily } from "../../article/lazily.js";
import type { ForeignRules } from "../../rule/index.js";
import TABLE from "./markdownlint-rules.json" with { type: "json" };

/** The rules of markdownlint by id, alias and tag, in small letters, and which rules of ours find the same. */
export const markdownlintRules: () => ForeignRules = lazily(() => {
  const byName = new Map<string, Set<string>>();
  for (const { id, names } of TABLE)
    for (const name of [id, ...names]) {
      const key = name.toLowerCase();
      byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  return { byName, ours: new Map(TABLE.map(({ id, ours }) => [id, ours])) };
});
