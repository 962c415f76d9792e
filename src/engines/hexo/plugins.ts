import * as z from "zod";
import { normalise } from "../../engine/address.js";
import type { SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";

/** Former addresses, where the plugin that serves them may be there. */
export function aliasesOf(facts: ArticleFacts, plugins: ReadonlySet<string> | undefined) {
  if (plugins?.has("hexo-generator-alias") === false) return [];
  const places = facts.route.aliasPlaces ?? [];
  const { alias } = facts.route.values;
  const list: readonly unknown[] = Array.isArray(alias) ? alias : [alias];
  return list.flatMap((value) =>
    typeof value === "string" && value !== ""
      ? [
          {
            address: normalise(value),
            range: places.find((place) => place.value === value.trim())?.range,
          },
        ]
      : [],
  );
}

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.unknown()).catch({}),
  devDependencies: z.record(z.string(), z.unknown()).catch({}),
});

/** Packages of a site; undefined when its package.json is not there or names no Hexo plugin. */
export function packagesOf(
  path: string,
  files: SiteFiles | undefined,
): ReadonlySet<string> | undefined {
  const text = files?.text(path);
  if (text === undefined) return undefined;
  try {
    const { dependencies, devDependencies } = manifestSchema.parse(JSON.parse(text));
    const names = [dependencies, devDependencies].flatMap((list) => Object.keys(list));
    return names.some((name) => name.startsWith("hexo")) ? new Set(names) : undefined;
  } catch {
    return undefined;
  }
}
