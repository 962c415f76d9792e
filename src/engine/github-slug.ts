import { slug } from "github-slugger";
import type { Slugger } from "./engine.js";

/** github-slugger: lower case, punctuation dropped, each space a hyphen. */
export const github: Slugger = (text) => slug(text);
