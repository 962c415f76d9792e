import { pathToFileURL } from "node:url";

/** What a module gives to whoever runs it. */
export interface RunModule {
  /** Its default export; all its exports where it has none. */
  readonly value: unknown;
  readonly hasDefault: boolean;
}

/**
 * Runs a module. TypeScript is compiled on the way.
 *
 * @param file absolute, and one that may be run
 */
export async function runModule(file: string): Promise<RunModule> {
  if (/\.[mc]?ts$/.test(file)) {
    const { createJiti } = await import("jiti");
    const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false });
    return { value: await jiti.import(file, { default: true }), hasDefault: true };
  }
  const module: unknown = await import(pathToFileURL(file).href);
  return typeof module === "object" && module !== null && "default" in module
    ? { value: module.default, hasDefault: true }
    : { value: module, hasDefault: false };
}
