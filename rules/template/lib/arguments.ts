import * as z from "zod";
import {
  type Article,
  type JsxComponent,
  jsxComponentsOf,
  overlapTest,
  type Range,
  rangeOf,
  rangeSchema,
} from "../../../src/rules.js";
import type { TemplateLanguage } from "./template-language.js";
import { templateMarksOf } from "./template-marks.js";

/** One argument of a tag or a component. */
export const argumentSchema = z.strictObject({
  /** Its name, or its number among those without one. */
  key: z.string(),
  isNamed: z.boolean(),
  keyRange: rangeSchema,
  /** Undefined where it is computed or long. */
  value: z.string().optional(),
  valueRange: rangeSchema,
});

/** A template tag or a component with what it is given. */
export const callSchema = z.strictObject({
  tag: z.string(),
  isComponent: z.boolean(),
  args: z.array(argumentSchema).readonly(),
});

export type Argument = z.infer<typeof argumentSchema>;
export type Call = z.infer<typeof callSchema>;

const ARGUMENT =
  /(?:([A-Za-z_][\w-]*)(?:\s*=\s*|:\s+|:(?=["'])))?(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`|([^\s"'`=,{}|<>()[\]]+))(?=[\s,]|$)/y;
const BETWEEN = /[\s,]*/y;
/** What they take is the file that they include, which has arguments of its own. */
const INCLUDES = /^(?:include|include_cached|include_relative|render|partial)$/;
const LONGEST = 150;
const MOST_CALLS = 500;

/** The tags and components of an article that are given something, without those that are part of the engine's language. */
export function callsIn(article: Article, language: TemplateLanguage | undefined): readonly Call[] {
  const tags = language === undefined ? [] : tagsIn(article, language);
  return [...tags, ...jsxComponentsOf(article).flatMap(callOf)].slice(0, MOST_CALLS);
}

function callOf({ name, attributes }: JsxComponent): readonly Call[] {
  // Elements of HTML take what HTML says.
  if (!/^[A-Z]/.test(name)) return [];
  const args = attributes
    .filter((one) => /^[A-Za-z]\w*$/.test(one.name))
    .map(({ name: key, range, value, valueRange, hasValue, unknown }): Argument => {
      const isKnown = hasValue && !unknown && value.length <= LONGEST;
      return {
        key,
        isNamed: true,
        keyRange: { start: range.start, end: range.start + key.length },
        ...(isKnown ? { value } : {}),
        valueRange: { ...valueRange },
      };
    });
  return args.length === 0 ? [] : [{ tag: name, isComponent: true, args }];
}

function tagsIn(article: Article, language: TemplateLanguage): readonly Call[] {
  const isComment = overlapTest(article.comments.map(rangeOf));
  return templateMarksOf(article, language).tags.flatMap((tag): readonly Call[] => {
    const { kind, name, content, range, isClosing } = tag;
    if (kind !== "tag" || isClosing || name.startsWith("end") || content === "") return [];
    const isInclude = language.style === "tags" && INCLUDES.test(name);
    if (language.style === "tags" && !isInclude && language.hasBuiltIn(name)) return [];
    if (isComment(range)) return [];
    const start = article.source.indexOf(
      content,
      article.source.indexOf(name, range.start) + name.length,
    );
    const args = argumentsIn(content, start);
    if (!isInclude) return args.length === 0 ? [] : [{ tag: name, isComponent: false, args }];
    const [file, ...others] = args;
    const called = `${name} ${file?.value ?? ""}`;
    return others.length === 0 ? [] : [{ tag: called, isComponent: false, args: others }];
  });
}

/** Nothing where a part of it is no plain argument. */
function argumentsIn(content: string, start: number): readonly Argument[] {
  const found: Argument[] = [];
  let at = 0;
  let count = 0;
  while (at < content.length) {
    ARGUMENT.lastIndex = at;
    const match = ARGUMENT.exec(content);
    if (match === null) return [];
    const [whole, name, double, single, tick, bare] = match;
    const value = double ?? single ?? tick ?? bare ?? "";
    const end = start + at + whole.length - (bare === undefined ? 1 : 0);
    const valueRange: Range = { start: end - value.length, end };
    found.push({
      key: name ?? String(count),
      isNamed: name !== undefined,
      keyRange: { start: start + at, end: start + at + (name?.length ?? 0) },
      ...(value.length <= LONGEST ? { value } : {}),
      valueRange,
    });
    if (name === undefined) count += 1;
    BETWEEN.lastIndex = at + whole.length;
    BETWEEN.exec(content);
    at = BETWEEN.lastIndex;
  }
  return found;
}
