import * as z from "zod";
import { defineRule } from "../../src/rules.js";
import { keyBlocks, rearrange } from "./lib/key-blocks.js";

/** Keys in the configured order, so that everyone finds them where they expect them. */
export default defineRule({
  id: "front-matter/key-order",
  summary: "Front-matter keys are in the configured order",
  recommended: false,
  fixes: ["safe"],
  options: z.strictObject({
    order: z
      .array(z.string())
      .default([])
      .describe("Keys in the desired order; other keys may be anywhere."),
  }),
  messages: {
    order: {
      severity: "warning",
      what: 'The key "{key}" comes after "{other}".',
      why: "The configured order is {order}, and a shared order makes missing keys easy to spot.",
      help: 'Move "{key}" above "{other}".',
    },
  },
  check({ article, options, report }) {
    const { frontMatter, source } = article;
    const rank = (key: string): number => options.order.indexOf(key);
    const named = (frontMatter?.entries ?? []).filter(
      ({ path }) => path.length === 1 && rank(String(path[0])) >= 0,
    );
    const keys = named.map(({ path }) => String(path[0]));
    const at = keys.findIndex(
      (key, index) => index > 0 && rank(key) < rank(keys[index - 1] ?? key),
    );
    const low = named[at];
    const key = keys[at];
    if (low === undefined || key === undefined || new Set(keys).size < keys.length) return;
    const sorted = keys.toSorted((a, b) => rank(a) - rank(b));
    const above = named.find((_, index) => rank(keys[index] ?? key) > rank(key));
    const data = { key, other: String(above?.path[0]), order: sorted.join(", ") };
    const related =
      above?.keyRange === undefined
        ? []
        : [{ range: above.keyRange, message: `"${key}" belongs above this key` }];
    const found = {
      messageId: "order",
      range: low.keyRange ?? low.valueRange,
      related,
      data,
    } as const;
    const blocks = keyBlocks(article)?.filter((block) => rank(block.key) >= 0);
    if (blocks === undefined || blocks.length !== named.length) report(found);
    else {
      const wanted = blocks.toSorted((a, b) => rank(a.key) - rank(b.key));
      report({ ...found, fix: rearrange(source, blocks, wanted) });
    }
  },
});
