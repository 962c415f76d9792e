import type { Problem } from "../../problem.js";
import type { Composed } from "./compose.js";

/** Tags that a reader of some language turns into running code or objects of its own. */
const EXECUTABLE_TAG =
  /(?:^|[!:,])(?:js|javascript|python|ruby|perl|php|java|javax|lua|clj|groovy)\b/i;

/** Types of YAML 1.1 that js-yaml and Psych know besides the core ones; they hold data only. */
const DATA_TAG = /tag:yaml\.org,2002:(?:timestamp|binary|set|omap|pairs|merge|value|yaml)$/;

/** Tags that are not data: programs in disguise, and local tags that no engine knows. */
export function tagProblems(
  text: string,
  offset: number,
  warnings: Composed["warnings"],
): Problem[] {
  const problems: Problem[] = [];
  for (const { range, code, message } of warnings) {
    if (code !== "TAG_RESOLVE_FAILED") continue;
    const written = text.slice(range.start, range.end);
    const place = { start: range.start + offset, end: range.end + offset };
    if (EXECUTABLE_TAG.test(written) || EXECUTABLE_TAG.test(message.replace(/^.*?: /, ""))) {
      problems.push({ kind: "front-matter-executable", range: place, language: written });
    } else if (!DATA_TAG.test(message)) {
      problems.push({
        kind: "front-matter-syntax",
        range: place,
        reason: `no engine knows the tag "${written}"`,
        hint: "reserved-start",
      });
    }
  }
  return problems;
}
