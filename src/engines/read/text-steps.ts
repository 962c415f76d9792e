import * as z from "zod";
import type { PatternMatch } from "../../patterns/linear.js";
import { linearPattern } from "../../patterns/linear.js";

const pattern = z.object({ pattern: z.string(), flags: z.string() });

const step = z.union([
  z.object({ method: z.enum(["toLowerCase", "toUpperCase", "trim"]), values: z.tuple([]) }),
  z.object({
    method: z.literal("normalize"),
    values: z.union([z.tuple([]), z.tuple([z.enum(["NFC", "NFD", "NFKC", "NFKD"])])]),
  }),
  z.object({
    method: z.enum(["replace", "replaceAll"]),
    values: z.tuple([z.union([z.string(), pattern]), z.string()]),
  }),
]);

const stepsSchema = z.object({ steps: z.array(step) });

type Change = (text: string) => string;

/** A function of a config, as `textFunction` describes it, to be called; undefined where that cannot be done safely. */
export function runnableSteps(described: unknown): Change | undefined {
  const steps = stepsSchema.safeParse(described).data?.steps;
  if (steps === undefined) return undefined;
  try {
    const changes = steps.map(changeOf);
    return (text) => changes.reduce((changed, change) => change(changed), text);
  } catch {
    // A pattern that no linear engine takes.
    return undefined;
  }
}

function changeOf(one: z.infer<typeof step>): Change {
  switch (one.method) {
    case "toLowerCase":
      return (text) => text.toLowerCase();
    case "toUpperCase":
      return (text) => text.toUpperCase();
    case "trim":
      return (text) => text.trim();
    case "normalize": {
      const [form] = one.values;
      return (text) => text.normalize(form);
    }
    default: {
      const [what, by] = one.values;
      if (typeof what !== "string") return replacement(what, by);
      return one.method === "replace"
        ? (text) => text.replace(what, by)
        : (text) => text.replaceAll(what, by);
    }
  }
}

function replacement({ pattern: source, flags }: z.infer<typeof pattern>, by: string): Change {
  const matcher = linearPattern(source, flags.replace(/[dgy]/g, ""));
  const isGlobal = flags.includes("g");
  return (text) => {
    let result = "";
    let from = 0;
    for (let match = matcher.exec(text, 0); match !== undefined; ) {
      result += text.slice(from, match.index) + filled(by, match);
      from = match.end;
      if (!isGlobal) break;
      const next = match.end > match.index ? match.end : match.end + 1;
      match = next > text.length ? undefined : matcher.exec(text, next);
    }
    return result + text.slice(from);
  };
}

function filled(by: string, { groups }: PatternMatch): string {
  return by.replace(/\$(\$|&|\d)/g, (_, sign: string) =>
    sign === "$" ? "$" : (groups[sign === "&" ? 0 : Number(sign)] ?? ""),
  );
}
