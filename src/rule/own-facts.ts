import type { z } from "zod";

/** How a rule leaves facts for its site stage, and reads them there. */
export interface OwnFacts<Fact extends object> {
  /** Gives the facts back as they are, to be left. */
  leave(fact: Fact): Fact;
  /** The facts; undefined for anything else. */
  read(value: unknown): Fact | undefined;
}

/**
 * Facts that were left in this process hold their type already; only those that come from a cache or another
 * thread are held to the schema.
 */
export function ownFacts<Fact extends object>(schema: z.ZodType<Fact>): OwnFacts<Fact> {
  const left = new WeakMap<object, Fact>();
  return {
    leave(fact) {
      left.set(fact, fact);
      return fact;
    },
    read(value) {
      const known = typeof value === "object" && value !== null ? left.get(value) : undefined;
      return known ?? schema.safeParse(value).data;
    },
  };
}
