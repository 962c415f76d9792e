import { expect, it } from "vitest";
import { languageName } from "../../../src/knowledge/language/cldr-names.js";

it.each([
  ["fr", "French"],
  ["pt-br", "Brazilian Portuguese"],
  ["zh-Hant", "Traditional Chinese"],
  ["xx", "xx"],
  ["en_US", "en_US"],
  ["v2-old", "v2-old"],
  ["", ""],
])("the language %j is called %j", (tag, name) => {
  expect(languageName(tag)).toBe(name);
});
