import * as z from "zod";
import { rangeSchema } from "../../../src/rules.js";
import { foldPlural } from "./taxonomy.js";

/** A tag or category as an article passes it to the site stage. */
export const termFactSchema = z.strictObject({
  taxonomy: z.enum(["tags", "categories"]),
  name: z.string(),
  /** The name without its quotation marks. */
  range: rangeSchema,
});

export type TermFact = z.infer<typeof termFactSchema>;

/** A term that most other articles spell differently. */
export interface OddSpelling {
  readonly path: string;
  readonly term: TermFact;
  /** The site's usual spelling. */
  readonly spelling: string;
  /** The number of articles with the usual spelling. */
  readonly articles: number;
  readonly example: { readonly path: string; readonly term: TermFact };
}

interface Use {
  readonly path: string;
  readonly term: TermFact;
}

/**
 * Terms whose spelling is rarer than another spelling of the same term. If two spellings are equally common, the one in
 * the first article by path counts as usual. Articles that use both are left to the check of the article itself.
 */
export function spellingsAcross(
  facts: readonly { readonly path: string; readonly terms: readonly TermFact[] }[],
): readonly OddSpelling[] {
  const groups = new Map<string, Map<string, Use[]>>();
  for (const { path, terms } of facts) {
    for (const term of terms) {
      const key = `${term.taxonomy} ${foldPlural(term.name)}`;
      const spellings = groups.get(key) ?? new Map<string, Use[]>();
      groups.set(key, spellings);
      const uses = spellings.get(term.name) ?? [];
      spellings.set(term.name, uses);
      uses.push({ path, term });
    }
  }
  return [...groups.values()].flatMap((spellings) => {
    if (spellings.size < 2) return [];
    const sorted = [...spellings].sort(([, a], [, b]) => b.length - a.length);
    const [[spelling, usual] = ["", []]] = sorted;
    const [example] = usual;
    if (example === undefined) return [];
    const withUsual = new Set(usual.map(({ path }) => path));
    return sorted
      .slice(1)
      .flatMap(([, uses]) =>
        uses
          .filter(({ path }) => !withUsual.has(path))
          .map((use) => ({ ...use, spelling, articles: withUsual.size, example })),
      );
  });
}
