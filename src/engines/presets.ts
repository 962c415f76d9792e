import githubDocs from "./documentation-sites/github-docs.json" with { type: "json" };
import mdn from "./documentation-sites/mdn.json" with { type: "json" };
import { engines } from "./index.js";

/**
 * JSON Schemas of the front matter that engines and two large documentation sites expect. They allow keys
 * they do not know, and leave the text of dates to the date rules.
 */
export const FRONT_MATTER_PRESETS: ReadonlyMap<string, object> = new Map<string, object>([
  ...[...engines.values()].flatMap(({ name, frontMatter: { preset } }) =>
    preset === undefined ? [] : [[name, preset] as const],
  ),
  ["github-docs", githubDocs],
  ["mdn", mdn],
]);
