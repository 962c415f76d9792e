import * as z from "zod";
import {
  defineRule,
  type IncludeFailure,
  includeSchema,
  type Range,
  replace,
  type Suggestion,
} from "../../src/rules.js";

/** What the engine does in place of the include. */
const EFFECTS: Readonly<Record<IncludeFailure, string>> = {
  stops: "stops the build here",
  "shows-code": "leaves the code of the include on the page",
  "shows-nothing": "leaves the content out without a word",
  "shows-all": "takes the whole file in its place",
};

/** Files that articles include. Only a run over the whole site, or a repository, can tell whether they are there. */
export default defineRule({
  id: "link/include",
  summary: "Files that articles include exist, and have the parts that are asked for",
  fixes: ["suggestion"],
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default([])
      .describe(
        "Beginnings of paths that a build makes before it includes them, for example `generated/`.",
      ),
  }),
  facts: z.array(includeSchema),
  messages: {
    absent: {
      severity: "error",
      what: "The included file does not exist: {path}.",
      why: "{engine} {effect}.",
      help: "Correct the path, or add the file.",
    },
    absentNearest: {
      severity: "error",
      what: "The included file does not exist: {path}.",
      why: "{engine} {effect}.",
      help: "Include {nearest}, if that is what you mean.",
    },
    case: {
      severity: "error",
      what: "The included file has another letter case: {path}.",
      why: "Where letter case counts, as on most servers, {engine} {effect}.",
      help: "Write the path as the file is called: {nearest}.",
    },
    part: {
      severity: "error",
      what: "The included file has no part {part}.",
      why: "{engine} {effect}: {file} has neither a mark nor enough lines for it.",
      help: "Correct the name or the lines, or mark the part in the file.",
    },
    unclosed: {
      severity: "error",
      what: "The include that begins here is never closed.",
      why: "Readers see its code, or {engine} takes the text up to the next closing mark for the path.",
      help: "Add {end}.",
    },
    unknown: {
      severity: "error",
      what: '"{name}" is probably a misspelling of "{meant}".',
      why: "{engine} has no directive of this name, so it includes no file here.",
      help: 'Write "{meant}".',
    },
  },
  check({ article, engine, settings, report, leaveFact }) {
    const { includes, label } = engine;
    if (includes === undefined) return;
    if (article.problems.some((problem) => problem.kind === "limit")) return;
    for (const { range, ...defect } of includes.defectsOf(article, settings.site)) {
      if (defect.kind === "unclosed") {
        report({ messageId: "unclosed", range, data: { end: defect.end, engine: label } });
        continue;
      }
      const { name, meant } = defect;
      report({
        messageId: "unknown",
        range,
        certainty: "likely",
        data: { name, meant, engine: label },
        suggestions: [{ message: `Write "${meant}"`, edits: [replace(range, meant)] }],
      });
    }
    const found = includes.includesOf(article, settings.site);
    if (found.length > 0) leaveFact([...found]);
  },
  site({ site, articles, report, noteUnknown }) {
    for (const { facts, fact: includes = [], engine, options } of articles) {
      const { path } = facts;
      // What is not published may not be ready.
      if (site.routesOf(path)?.heldBack !== undefined) continue;
      for (const { range, written, candidates, failure, part } of includes) {
        if (options.ignore.some((beginning) => written.startsWith(beginning))) continue;
        const found = site.included(path, candidates);
        const data = { path: written, engine: engine.label, effect: EFFECTS[failure] };
        if (found.verdict === "unknown") {
          noteUnknown({ path, range, url: written, reason: "incomplete" });
        } else if (found.verdict === "absent") {
          const { nearest } = found;
          if (nearest === undefined) report({ path, range, messageId: "absent", data });
          else report({ path, range, messageId: "absentNearest", data: { ...data, nearest } });
        } else if (found.verdict === "case") {
          const nearest = found.path;
          const suggestions = inCase(written, nearest, range);
          report({ path, range, messageId: "case", data: { ...data, nearest }, suggestions });
        } else if (part !== undefined) {
          const text = site.textOf(found.path);
          if (text === undefined || engine.includes?.hasPart(text, part.name) !== false) continue;
          const about = { part: part.name, file: found.path };
          const effect = EFFECTS[part.failure];
          report({
            path,
            range: part.range,
            messageId: "part",
            data: { ...about, engine: engine.label, effect },
          });
        }
      }
    }
  },
});

/** The written path in the letter case of the file, where it ends as the file is called. */
function inCase(written: string, file: string, range: Range): readonly Suggestion[] {
  const length = [...written].length === written.length ? written.length : 0;
  const end = file.slice(-length);
  if (length === 0 || end.toLowerCase() !== written.toLowerCase()) return [];
  return [{ message: `Write ${end}`, edits: [replace(range, end)] }];
}
