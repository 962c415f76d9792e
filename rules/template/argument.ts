import * as z from "zod";
import { bySite, defineRule, excerpt, lazily, replace } from "../../src/rules.js";
import { callSchema, callsIn } from "./lib/arguments.js";
import { byTag, type PlacedCall, slipsIn } from "./lib/habits.js";
import { filesByName, lostFilesIn } from "./lib/named-files.js";
import { isTemplated, templateLanguageOf } from "./lib/template-language.js";

const WORD_AROUND = /[\w-]/;

/** What tags and components are given is judged by what the same ones are given elsewhere on the site. */
export default defineRule({
  id: "template/argument",
  summary: "Tags and components are given what they are given elsewhere on the site",
  fixes: ["suggestion"],
  facts: z.array(callSchema),
  messages: {
    slip: {
      severity: "warning",
      what: '"{written}" is probably a misspelling of "{meant}".',
      why: '"{tag}" is given "{meant}" in {count} other places of this site, and "{written}" in no other.',
      help: 'Write "{meant}".',
    },
    file: {
      severity: "error",
      what: '"{tag}" is given a file that does not exist: {path}.',
      why: 'All {count} other paths that "{tag}" is given on this site are those of files.',
      help: "Correct the path, or add the file.",
    },
    fileNearest: {
      severity: "error",
      what: '"{tag}" is given a file that does not exist: {path}.',
      why: 'All {count} other paths that "{tag}" is given on this site are those of files.',
      help: "Write the path of {nearest}, if that is what you mean.",
    },
  },
  check({ article, engine, leaveFact }) {
    if (article.problems.some((problem) => problem.kind === "limit")) return;
    const isRun = isTemplated(engine) && !engine.templates.optsOut(article);
    const calls = callsIn(article, isRun ? templateLanguageOf(engine, []) : undefined);
    if (calls.length > 0) leaveFact([...calls]);
  },
  site({ site, articles, report }) {
    for (const members of bySite(articles)) {
      const [first] = members;
      if (first === undefined) continue;
      const calls = members.flatMap(({ facts: { path }, fact = [] }): readonly PlacedCall[] =>
        site.routesOf(path)?.heldBack === undefined ? fact.map((call) => ({ ...call, path })) : [],
      );
      const { folder } = first.settings.site;
      const paths = lazily(() => site.filesOf(folder));
      const files = lazily(() => filesByName(paths()));
      /** Whether a file that may define a tag has a word. */
      const isDefined = (tag: string, word: string): boolean =>
        paths()
          .filter((path) => defines(path, tag))
          .some((path) => hasWord(site.textOf(path) ?? "", word));
      for (const same of byTag(calls).values()) {
        for (const { path, tag, written, meant, count, argument, isName } of slipsIn(same)) {
          if (isDefined(tag, written)) continue;
          const range = isName ? argument.keyRange : argument.valueRange;
          const suggestions = [{ message: `Write "${meant}"`, edits: [replace(range, meant)] }];
          const data = { tag, written, meant, count };
          report({ path, range, messageId: "slip", certainty: "likely", data, suggestions });
        }
        for (const { path, tag, argument, written, count, expected } of lostFilesIn(same, files)) {
          const found = site.included(path, [expected]);
          const isLink = referencesAt(members, path, argument.valueRange.start);
          if (found.verdict !== "absent" || isLink) continue;
          const { nearest } = found;
          const range = argument.valueRange;
          const data = { tag, path: excerpt(written), count };
          if (nearest === undefined) report({ path, range, messageId: "file", data });
          else report({ path, range, messageId: "fileNearest", data: { ...data, nearest } });
        }
      }
    }
  },
});

interface Member {
  readonly facts: {
    readonly path: string;
    readonly links: readonly { readonly range: { readonly start: number; readonly end: number } }[];
    readonly images: readonly {
      readonly range: { readonly start: number; readonly end: number };
    }[];
  };
}

/** Whether other rules judge what stands here as a link or an image. */
function referencesAt(members: readonly Member[], path: string, offset: number): boolean {
  const facts = members.find((one) => one.facts.path === path)?.facts;
  return [...(facts?.links ?? []), ...(facts?.images ?? [])].some(
    ({ range }) => range.start <= offset && offset <= range.end,
  );
}

/** Whether a file is called as a tag or a component is. */
function defines(path: string, tag: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
  const called = tag.slice(tag.lastIndexOf(" ") + 1);
  return plain(name) === plain(called.slice(called.lastIndexOf("/") + 1).replace(/\..*$/, ""));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, "");
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isWhole =
      !WORD_AROUND.test(text[at - 1] ?? "") && !WORD_AROUND.test(text[at + word.length] ?? "");
    if (isWhole) return true;
  }
  return false;
}
