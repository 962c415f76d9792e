import type { CreateRouter } from "../engine/router.js";
import type { EngineName } from "../rule/settings.js";
import { createAstroRouter } from "./astro/router.js";
import { createDocusaurusRouter } from "./docusaurus/router.js";
import { createEleventyRouter } from "./eleventy/router.js";
import { createHexoRouter } from "./hexo/router.js";
import { createHugoRouter } from "./hugo/router.js";
import { createJekyllRouter } from "./jekyll/router.js";
import { createPlainRouter } from "./none/router.js";
import { createVitepressRouter } from "./vitepress/router.js";

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
