import {
  type ArticleFacts,
  type Engine,
  rareSlip,
  resolveImage,
  type SiteIndex,
  usesOf,
} from "../../../../src/rules.js";
import type { Page } from "./columns.js";
import type { Odd } from "./habit.js";
import { isAddress, isAuthor, isGroup } from "./keys.js";

/** So often others must use what a value is a slip of. */
const LEAST_USES = 5;

interface Surroundings {
  readonly site: SiteIndex;
  readonly facts: ArticleFacts;
  readonly engine: Engine;
  readonly pages: readonly Page[];
  /** Whether the key may take a few words only. */
  mayBeChoice(key: string, value: string): boolean;
}

/** Whether another rule says the same of a value: that a target is absent, an address taken, a name misspelt. */
export function isToldElsewhere(odd: Odd, surroundings: Surroundings): boolean {
  const { site, facts, engine, pages, mayBeChoice } = surroundings;
  const { cell, messageId, related } = odd;
  const { key, text, range } = cell.value;
  const isHere = (reference: { readonly range: { readonly start: number } }): boolean =>
    reference.range.start === range.start;
  const image = facts.images.find(isHere);
  if (image !== undefined && resolveImage(site, facts, image).verdict === "absent") return true;
  const link = facts.links.find(isHere);
  if (link !== undefined && site.resolve(facts, link).verdict === "absent") return true;
  if (related !== undefined && isAddress(key) && sharesAddress(site, facts.path, related.page.path))
    return true;
  if (messageId !== "word" && messageId !== "noPage" && messageId !== "noValue") return false;
  const [first = ""] = key.split(".");
  if (engine.frontMatter.nameKeys.includes(first) && site.namesOf(facts.path, first) !== undefined)
    return true;
  // A page that is no article may have the name.
  if (key === engine.frontMatter.tree?.parent) return true;
  if (isAuthor(key) || (!isGroup(key) && !mayBeChoice(key, text))) return false;
  const texts = pages.flatMap(({ values }) =>
    values.flatMap((value) => (value.key === key && value.text !== "" ? [value.text] : [])),
  );
  return rareSlip(text, usesOf(texts), { least: LEAST_USES }) !== undefined;
}

function sharesAddress(site: SiteIndex, one: string, other: string): boolean {
  const addresses = new Set(site.routesOf(one)?.addresses ?? []);
  return (site.routesOf(other)?.addresses ?? []).some((address) => addresses.has(address));
}
