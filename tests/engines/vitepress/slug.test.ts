import { describe, expect, it } from "vitest";
import { vitepressSlug } from "../../../src/engines/vitepress/links.js";

describe("the id of a VitePress heading", () => {
  it.each([
    ["high.water <Badge type='tip' text='new' />", [], "high-water"],
    ["<Since v='2'/> Ropes and knots", [], "ropes-and-knots"],
    ["The <Transition /> tag", ["<Transition />"], "the-transition-tag"],
    ["a < b and c > d", [], "a-b-and-c-d"],
  ])("is made without components: %s", (text, code, id) => {
    expect(vitepressSlug(text, code)).toBe(id);
  });
});
