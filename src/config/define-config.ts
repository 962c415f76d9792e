import type { Config } from "./schema/schema.js";

/** Returns the config unchanged: it only gives `copydesk.config.ts` its types. */
export function defineConfig(config: Config): Config {
  return config;
}
