import { describe, expect, it } from "vitest";
import { nameVariants } from "../../../../rules/text/lib/name-variants.js";
import { parseArticle } from "../../../../src/article/parse-article.js";

function variantsIn(source: string): readonly string[] {
  const article = parseArticle({ path: "a.md", source });
  return nameVariants(article, { names: [], min: 2 }).map(
    ({ family, usual, range }) => `${usual}/${family}: ${source.slice(range.start, range.end)}`,
  );
}

describe("nameVariants", () => {
  it.each([
    [
      "a title that the list knows",
      "外长库列巴表示，谈判困难。\n\n外长库列巴说，没有进展。\n\n外长库列瓦透露，还会再谈。",
      [],
    ],
    [
      "a transliterated name of four characters after the same title",
      "总统泽连斯基表示，谈判困难。\n\n总统泽连斯基说，没有进展。\n\n总统泽伦斯基透露，还会再谈。",
      ["泽连斯基/泽伦斯基: 泽伦斯基"],
    ],
    [
      "a title learned from what stands before a name twice",
      "首席谈判代表阿拉哈米亚说，谈判困难。\n\n首席谈判代表阿拉哈米亚表示，没有进展。\n\n首席谈判代表阿拉卡米亚称，还会再谈。",
      ["阿拉哈米亚/阿拉卡米亚: 阿拉卡米亚"],
    ],
    [
      "the family part of a full name without a title",
      "斯卢茨基表示，谈判困难。主席斯卢茨基说，没有进展。\n\n列奥尼德·斯卢次基则表示，还会再谈。",
      ["斯卢茨基/斯卢次基: 列奥尼德·斯卢次基"],
    ],
    [
      "a character left out",
      "总统卢卡申科表示，谈判困难。\n\n总统卢卡申科说，没有进展。\n\n总统卢卡什申科透露，还会再谈。",
      ["卢卡申科/卢卡什申科: 卢卡什申科"],
    ],
    [
      "katakana before a title",
      "ゼレンスキー大統領は話した。\n\nゼレンスキー大統領は帰った。\n\nゼレンスキイ大統領は笑った。",
      ["ゼレンスキー/ゼレンスキイ: ゼレンスキイ"],
    ],
    [
      "a Latin name after the same title",
      "Chancellor Steinmeier spoke. Chancellor Steinmeier left.\n\nChancellor Steinmaier came back.",
      ["Steinmeier/Steinmaier: Steinmaier"],
    ],
  ])("compares %s", (_name, source, expected) => {
    expect(variantsIn(`${source}\n`)).toEqual(expected);
  });

  it.each([
    [
      "different titles",
      "总统泽连斯基表示，谈判困难。总统泽连斯基说，没有进展。\n\n记者泽伦斯基透露，还会再谈。",
    ],
    ["one sentence", "总统泽连斯基表示，谈判困难。总统泽连斯基说，总统泽伦斯基透露，还会再谈。"],
    [
      "different given names",
      "教授亚历山大·伊万诺夫说，谈判困难。教授亚历山大·伊万诺夫表示，没有进展。\n\n教授谢尔盖·伊凡诺夫说，还会再谈。",
    ],
    [
      "Chinese names of three characters",
      "记者王小明说，比赛推迟。记者王小明表示，观众不满。\n\n记者王小红说，明天再赛。",
    ],
    ["names that stand once", "总统泽连斯基表示，谈判困难。\n\n总统泽伦斯基透露，还会再谈。"],
    ["plurals", "President Anderson spoke. President Anderson left.\n\nPresident Andersons came."],
    [
      "words that are no names",
      "总统府今天表示，谈判困难。总统府今天说，没有进展。\n\n总统令今天透露，还会再谈。",
    ],
  ])("takes for two persons or none: %s", (_name, source) => {
    expect(variantsIn(`${source}\n`)).toEqual([]);
  });
});
