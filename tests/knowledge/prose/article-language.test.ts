import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/article/parse-article.js";
import {
  languageOf,
  languageOfTag,
  languageOfText,
} from "../../../src/knowledge/prose/article-language.js";

function language(source: string, path = "article.md"): string | undefined {
  return languageOf(parseArticle({ path, source }));
}

const CHINESE = "两国代表团在边境举行了第一轮会谈，双方同意近期举行下一轮会谈。\n";
const JAPANESE = "両国の代表団は国境で最初の会談を行い、近く再び会うことで合意した。\n";
const KOREAN = "양국 대표단은 국경에서 첫 회담을 열고 곧 다시 만나기로 했다.\n";
const ENGLISH = "The delegations met at the border for the first time and agreed to meet again.\n";

describe("languageOf", () => {
  it("believes the front matter, wrong codes included", () => {
    expect(language(`---\nlang: ja-JP\n---\n${ENGLISH}`)).toBe("ja");
    expect(language("---\nlanguage: zh_CN\n---\n")).toBe("zh");
    expect(language("---\nlang: jp\n---\n")).toBe("ja");
    expect(language("---\nlocale: en_US.UTF-8\n---\n")).toBeUndefined();
  });

  it("takes a programming language for none", () => {
    expect(language(`---\nlanguage: javascript\n---\n${ENGLISH}`)).toBe("en");
  });

  it("believes <html lang>", () => {
    expect(language("<!doctype html><html lang=ko><p>1</p></html>", "a.html")).toBe("ko");
  });

  it("tells languages from scripts", () => {
    expect(language(CHINESE)).toBe("zh");
    expect(language(JAPANESE)).toBe("ja");
    expect(language(KOREAN)).toBe("ko");
    expect(language("Οι αντιπροσωπείες συναντήθηκαν.\n")).toBe("el");
  });

  it("tells a Chinese text full of English terms from an English one with a Chinese name", () => {
    expect(language("使用 Node.js 和 JavaScript 搭建 WebSocket 服务器非常简单。\n")).toBe("zh");
    expect(language(`${ENGLISH}It was led by Wang Wei (王伟).\n`)).toBe("en");
  });

  it("tells languages that share a script from their function words", () => {
    expect(language(ENGLISH)).toBe("en");
    expect(language("Die Delegationen trafen sich an der Grenze und sind nicht zufrieden.\n")).toBe(
      "de",
    );
    expect(language("Les délégations se sont rencontrées à la frontière pour la paix.\n")).toBe(
      "fr",
    );
    expect(language("Это не то, на что мы надеялись, но и это хорошо.\n")).toBe("ru");
  });

  it("knows none where nothing tells", () => {
    expect(language("")).toBeUndefined();
    expect(language("Lorem 123\n")).toBeUndefined();
  });

  it("leaves code and templates out", () => {
    expect(language(`${ENGLISH}\n\`\`\`\n${CHINESE.repeat(9)}\`\`\`\n`)).toBe("en");
    expect(language(`{% raw %}\n{% endraw %}\n${CHINESE}`)).toBe("zh");
  });

  it("follows the path where the text does not belie it", () => {
    expect(language("# API\n", "docs/ja/api.md")).toBe("ja");
    expect(language("# 概要\n", "docs/ja/index.md")).toBe("ja");
    expect(language("# API\n", "content/post.zh-cn.md")).toBe("zh");
    expect(language("# API\n", "zh-tw/api.md")).toBe("zh");
  });

  it("believes the text of a page that is not yet translated, and no folder called like a language", () => {
    expect(language(ENGLISH, "docs/zh-cn/api.md")).toBe("en");
    expect(language(ENGLISH, "it/my/posts.md")).toBe("en");
    expect(language(CHINESE, "en/post.md")).toBe("zh");
  });
});

describe("languageOfText", () => {
  const article = parseArticle({
    path: "a.html",
    source: `<p>${CHINESE}</p><p lang="ja">東京都</p><blockquote><p>${JAPANESE}</p></blockquote>`,
  });
  const paragraphs = article.elements.filter(({ tagName }) => tagName === "p");

  it("is the article's, or what a lang attribute around it says", () => {
    expect(languageOfText(article, paragraphs[0], "东京")).toBe("zh");
    expect(languageOfText(article, paragraphs[1], "東京")).toBe("ja");
    expect(languageOfText(article, undefined, "OK")).toBe("zh");
  });

  it("is another one where the text's script says so", () => {
    expect(languageOfText(article, paragraphs[2], JAPANESE)).toBe("ja");
    expect(languageOfText(article, paragraphs[0], KOREAN)).toBe("ko");
  });

  it("leaves Han alone to the article", () => {
    const japanese = parseArticle({ path: "a.md", source: JAPANESE });
    expect(languageOfText(japanese, undefined, "東京都")).toBe("ja");
    const english = parseArticle({ path: "a.md", source: ENGLISH });
    expect(languageOfText(english, undefined, "东京")).toBe("zh");
  });
});

describe("languageOfTag", () => {
  it("reads tags with script and region", () => {
    expect(languageOfTag(" ZH-Hans-CN ")).toBe("zh");
    expect(languageOfTag("pt_BR")).toBe("pt");
  });

  it("refuses what is no language", () => {
    expect(languageOfTag("xx-klingon")).toBeUndefined();
    expect(languageOfTag("english")).toBeUndefined();
    expect(languageOfTag(["en"])).toBeUndefined();
    expect(languageOfTag(undefined)).toBeUndefined();
  });
});
