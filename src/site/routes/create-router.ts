import type { EngineName } from "../../rule/settings.js";
import { createAstroRouter } from "./astro.js";
import { createDocusaurusRouter } from "./docusaurus.js";
import { createEleventyRouter } from "./eleventy.js";
import { createHexoRouter } from "./hexo.js";
import { createHugoRouter } from "./hugo.js";
import { createJekyllRouter } from "./jekyll.js";
import { createPlainRouter } from "./plain.js";
import type { CreateRouter } from "./router.js";
import { createVitepressRouter } from "./vitepress.js";

/** The router of each engine. */
export const ROUTERS: Readonly<Record<EngineName, CreateRouter>> = {
  hexo: createHexoRouter,
  jekyll: createJekyllRouter,
  hugo: createHugoRouter,
  astro: createAstroRouter,
  eleventy: createEleventyRouter,
  docusaurus: createDocusaurusRouter,
  vitepress: createVitepressRouter,
  none: createPlainRouter,
};
