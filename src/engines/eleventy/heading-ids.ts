import type { Slugger } from "../../engine/engine.js";
import { blackfriday, github, markdownItAnchor, sindresorhus, uslug } from "../sluggers.js";

/** The ids that plugins and options of an Eleventy site may make of headings; Eleventy itself makes none. */
export const SLUGGERS: readonly Slugger[] = [
  markdownItAnchor,
  github,
  blackfriday,
  sindresorhus,
  uslug,
];
