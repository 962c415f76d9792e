import type { ContentSchemas } from "../../engine/content-schemas.js";
import { isContentConfig, readCollections, sourcesOf } from "./collections.js";
import { astroModules } from "./modules.js";

/** Astro's content config: `src/content.config.ts`, before Astro 5 `src/content/config.ts`. */
export const contentSchemas: ContentSchemas = {
  title: "Astro's content config",
  usualPath: "src/content.config.ts",
  isNamed: isContentConfig,
  sourcesOf,
  async prepare() {
    const { modules, context } = await astroModules();
    return {
      modules,
      readCollections: (exported, file, folders, toSchema) =>
        readCollections(exported, file, folders, context, toSchema),
    };
  },
};
