import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentionsIn } from "../../../../rules/site/lib/mentions.js";
import { runs } from "../../../runs.js";

describe("what a text mentions", () => {
  it.each<[string, readonly string[]]>([
    ["url(../img/a.png?v=2#x)", ["../img/a.png"]],
    ['src="https://a.example/img/a.PNG"', ["/img/a.PNG"]],
    ["src=//cdn.example/a.jpg,b.jpg", ["/a.jpg", "b.jpg"]],
    ["{% asset_img a.gif 20 %}", ["a.gif"]],
    ["{{ base }}/img/a.png <%= root %>/b.png", ["img/a.png", "b.png"]],
    ['{"a":"\\/img\\/a.svg"}', ["/img/a.svg"]],
    ["a: plan.pdf\nb: x.png.txt", ["plan.pdf", "x.png"]],
    ["old (1).png", [".png"]],
    ["a.pngs and .png and {{ x }}.png", []],
  ])("%s", (text, paths) => {
    expect(mentionsIn(text).paths).toEqual(paths);
  });

  it.each<[string, readonly string[]]>([
    ["/img/team/{{ name }}.jpg", ["/img/team/"]],
    ["`./icons/${name}.svg`", ["./icons/"]],
    ["'img/' + name", ["img/"]],
    ['"img/flag-" ~ code', ["img/"]],
    ['glob("./img/*.png")', ["./img/"]],
    ["https://a.example/{{ path }}", []],
    ["/* a comment */ {{ a }} 3 * 4", []],
  ])("folders in %s", (text, folders) => {
    expect(mentionsIn(text).folders).toEqual(folders);
  });

  it("of any text holds no blanks", () => {
    const pieces = fc.constantFrom(
      "a",
      "/",
      ".png",
      ".",
      " ",
      "{{",
      "}}",
      "'",
      "+",
      "*",
      "(",
      ")",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const { paths, folders } = mentionsIn(parts.join(""));
        for (const path of [...paths, ...folders]) expect(path).toMatch(/^\S+$/);
      }),
      { numRuns: runs(500) },
    );
  });

  it.each(["a", "a/", ".png", "/{{", "'+", "a.png"])(
    "is found in linear time: many %s",
    (piece) => {
      const started = performance.now();
      mentionsIn(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(3000);
    },
  );
});
