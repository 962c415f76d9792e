import { dataShapes } from "./data.js";
import { htmlShapes } from "./html.js";
import { linksShapes } from "./links.js";
import type { Shapes } from "./make.js";
import { markdownShapes } from "./markdown.js";
import { mdxShapes } from "./mdx.js";
import { nameShapes } from "./names.js";
import { markShapes, textShapes } from "./text.js";

/** Every shape of article that once took a rule, or a parser, long. */
export const SHAPES: Shapes = {
  ...textShapes,
  ...markShapes,
  ...linksShapes,
  ...htmlShapes,
  ...markdownShapes,
  ...dataShapes,
  ...mdxShapes,
  ...nameShapes,
};
