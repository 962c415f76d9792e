import * as z from "zod";
import {
  type ArticleFacts,
  bySite,
  defineRule,
  excerpt,
  pageIdentity,
  pathDate,
  replace,
} from "../../src/rules.js";
import { mayBeChoice } from "./lib/choices.js";
import type { Cell, Page } from "./lib/consistency/columns.js";
import type { Detail, Odd } from "./lib/consistency/habit.js";
import { oddValues } from "./lib/consistency/learn.js";
import { isToldElsewhere } from "./lib/consistency/told-elsewhere.js";
import { type Value, valueSchema, valuesOf } from "./lib/consistency/values.js";
import { vocabulariesOf } from "./lib/consistency/vocabularies.js";

/** Finds values that contradict what all other articles of a site or folder show of the same key. */
export default defineRule({
  id: "front-matter/consistency",
  summary: "Values follow what all other articles show of their key",
  fixes: ["suggestion"],
  options: z.strictObject({}),
  facts: z.array(valueSchema),
  messages: {
    otherPage: {
      severity: "warning",
      what: '"{key}" is "{value}", which names another article.',
      why: "In {others}, the value has the name of its own article; this one names {other}.",
      help: 'Write the name of this article, "{name}".',
    },
    number: {
      severity: "warning",
      what: '"{key}" is "{value}", but the name of the article says otherwise.',
      why: "In {others}, the file name or the title has the same number.",
      help: 'Correct "{key}", or the file name "{name}" and the title "{title}".',
    },
    year: {
      severity: "warning",
      what: '"{key}" is "{value}", but the article is of {period}.',
      why: "In {others}, it is the date of the article.",
      help: "Write {period}, or correct the date.",
    },
    noPage: {
      severity: "warning",
      what: '"{key}" is "{value}", but no page has this name.',
      why: "In {others}, it names a page of the site.",
      help: "Write the name of a page{meant}.",
    },
    noValue: {
      severity: "warning",
      what: '"{key}" is "{value}", but no article has this "{other}".',
      why: 'In {others}, it is the "{other}" of an article.',
      help: 'Write the "{other}" of an article{meant}.',
    },
    edition: {
      severity: "warning",
      what: '"{key}" is "{value}", but "{other}" in all other languages of the page.',
      why: "In {others}, the value is the same in all languages.",
      help: 'Write "{other}", or change the value in all languages.',
    },
    self: {
      severity: "warning",
      what: '"{key}" is "{value}", which is this page itself.',
      why: "In {others}, it names another page.",
      help: "Write the name of the page that is meant.",
    },
    oneWay: {
      severity: "warning",
      what: '"{key}" is "{value}", but "{back}" there is "{other}".',
      why: 'In {others}, "{key}" and "{back}" lead there and back.',
      help: 'Correct "{key}" here, or "{back}" there.',
    },
    taken: {
      severity: "warning",
      what: 'Another article has the "{key}" "{value}", too.',
      why: "In {others}, each value is the article's own.",
      help: "Write the value of this article, or correct the other one.",
    },
    place: {
      severity: "warning",
      what: 'Another article has the "{key}" {value}, too, and none has {free}.',
      why: "In {others}, the numbers count up without a gap, so the order of these two is left to chance.",
      help: "Give one of the two the number {free}.",
    },
    differs: {
      severity: "warning",
      what: '"{key}" is "{value}", but "{other}" is "{text}".',
      why: "In {others}, the two are the same.",
      help: 'Correct "{key}" or "{other}".',
    },
    kind: {
      severity: "warning",
      what: '"{key}" is {kind}, not a number.',
      why: "It is a number in {others}, and templates that sort or compare it expect one.",
      help: "Write a number.",
    },
    shape: {
      severity: "warning",
      what: '"{key}" is "{value}", which is not {usual}.',
      why: "It is {usual} in {others}.",
      help: "Correct the value: a letter may be missing, or another key's value be here.",
    },
    word: {
      severity: "warning",
      what: '"{value}" is not among the words in {file}.',
      why: 'In {others}, "{key}" has only words that the file lists.',
      help: "Write one of the words, or add this one to the file.",
    },
    folder: {
      severity: "warning",
      what: '"{key}" is "{value}", but the article is in "{name}".',
      why: "In {others}, it is the name of the folder.",
      help: 'Write "{name}", or move the article.',
    },
    empty: {
      severity: "warning",
      what: '"{key}" is empty.',
      why: "It has text in {others}, so readers see a gap where this one is shown.",
      help: "Write the text, or delete the key.",
    },
    heading: {
      severity: "warning",
      what: '"{key}" is "{value}", but the heading of the page is "{heading}".',
      why: "In {others}, the two are the same.",
      help: "Correct the title or the heading.",
    },
  },
  check({ article, leaveFact }) {
    const values = valuesOf(article);
    if (values.length > 0) leaveFact([...values]);
  },
  site({ site, articles, report }) {
    for (const members of bySite(articles)) {
      const folder = members[0]?.settings.site.folder ?? "";
      const pages = members.map(({ facts, fact }) => pageOf(facts, fact ?? []));
      const byPath = new Map(members.map((member) => [member.facts.path, member]));
      for (const odd of oddValues(pages, site.filesOf(folder), vocabulariesOf(site, folder))) {
        const { page, value } = odd.cell;
        const { path } = page;
        const member = byPath.get(path);
        if (member === undefined || site.routesOf(path)?.heldBack !== undefined) continue;
        if (odd.messageId === "noPage" && !site.complete) continue;
        const { facts, engine } = member;
        if (isToldElsewhere(odd, { site, facts, engine, pages, mayBeChoice })) continue;
        const { messageId, related, meant } = odd;
        report({
          path,
          range: value.range,
          messageId,
          certainty: "likely",
          data: detailOf(odd, folder),
          related: related === undefined ? [] : [placeOf(related)],
          suggestions:
            meant === undefined
              ? []
              : [{ message: `Write "${meant}"`, edits: [replace(value.range, meant)] }],
        });
      }
    }
  },
});

const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i;

const NOTHING: Detail = {
  back: "",
  file: "",
  free: "",
  heading: "",
  kind: "",
  meant: "",
  name: "",
  other: "",
  period: "",
  text: "",
  title: "",
  usual: "",
};

function detailOf({ cell: { value }, data, count, folder }: Odd, site: string) {
  const where = folder === "" || folder === site ? "the site" : folder;
  return {
    ...NOTHING,
    ...data,
    key: value.key,
    value: excerpt(value.text),
    others: `the other ${count} articles of ${where} that have the key`,
  };
}

function placeOf({ page: { path }, value: { range, key, text } }: Cell) {
  return { path, range, message: `"${key}": "${excerpt(text)}"` };
}

function pageOf({ path, metadata, headings }: ArticleFacts, values: readonly Value[]): Page {
  const { page, edition } = pageIdentity(path);
  const parts = edition.split("/");
  const tops = headings.filter(({ level }) => level === 1);
  const days = [pathDate(path)?.text, metadata.date ?? undefined];
  return {
    path,
    name: page.slice(page.lastIndexOf("/") + 1),
    title: metadata.title ?? "",
    heading: tops.length === 1 ? (tops[0]?.text ?? "") : "",
    days: days.flatMap((day) => day?.match(/^\d{4}(?:-\d{2})?/)?.[0] ?? []),
    edition,
    language: parts.filter((part) => LANGUAGE.test(part)).join("/"),
    identity: [page, ...parts.filter((part) => !LANGUAGE.test(part))].join(" "),
    values,
  };
}
