import type * as z from "zod";

/** What a kept text says in JSON; undefined for one that is not of the form. */
export function readKept<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
