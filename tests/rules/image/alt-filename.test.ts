import altFilename from "../../../rules/image/alt-filename.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(altFilename, {
  valid: [
    {
      name: "captions that say where a picture is from, and those of other components",
      path: "a.mdx",
      text: '<Image src="a.jpg" alt="A quay" caption="https://example.org/a.jpg" />\n\n<Code caption="a.svg" />\n',
    },
    { name: "names of code", text: "![is_final](a.png) ![deep_copy](b.png) ![set-up](c.png)" },
    { name: "no alt, empty alt", text: "<img src=a.png><img src=a.png alt=''>", path: "a.html" },
    { name: "a credit with a slash", text: "![NASA/JPL](nasa-jpl.png)" },
    { name: "a file name in a sentence", text: "![Download photo.jpg from here](photo.jpg)" },
    { name: "a column of a table of names", text: "![left | right](left-right.png)" },
    {
      name: "words that also name the file",
      text: "![new custom variable](new-custom-variable.png)",
    },
    { name: "a product's name", text: "![bookinfo](bookinfo.png) ![Web 2](web-2.png)" },
    { name: "a name with capitals of its own", text: "![1Boat](logos/1boat.svg)" },
    { name: "the name of a camera's file, another rule's", text: "![IMG_1234](IMG_1234.jpg)" },
    { name: "a template value", text: '<img src=a.png alt="{{ name }}.png">', path: "a.html" },
    {
      name: "a hidden image",
      text: '<img src=a.png alt="a.png" aria-hidden=true>',
      path: "a.html",
    },
  ],
  invalid: [
    {
      name: "captions of components and template tags",
      path: "a.mdx",
      text: '<Image src="a.jpg" alt="A quay" caption="IMG_2034.JPG" />\n',
      findings: [{ messageId: "caption", text: "IMG_2034.JPG" }],
    },
    {
      name: "front matter with plain, quoted, folded and literal texts, and keys of many names",
      text: '---\nalt: a.png\nhero_alt: "b.png"\nheroAlt: >-\n  c.png\ncover: { altText: d.png, salt: e.png, result: f.png }\nimage:\n  alt: |\n    g.png\n---\nTides.\n',
      findings: ["a", "b", "c", "d", "g"].map((name) => ({
        messageId: "fileName" as const,
        text: `${name}.png`,
      })),
    },
    {
      name: "the stem of the very file, in three words with hyphens",
      text: "![map-of-harbour](img/map-of-harbour.png) ![map-of-harbour](b.png) ![set-up](set-up.png)",
      findings: [{ messageId: "fileName", text: "map-of-harbour" }],
    },
    {
      name: "stems of files that tell copies apart",
      text: "![harbour_map_edited](a.png)\n\n![quay-night-1920x1080](b.png)\n\n![log_page_v3](c.png)\n",
      findings: [
        { messageId: "fileName", text: "harbour_map_edited" },
        { messageId: "fileName", text: "quay-night-1920x1080" },
        { messageId: "fileName", text: "log_page_v3" },
      ],
    },
    {
      name: "file names in Markdown, at the alt",
      text: "![weekly.jpg](x.jpeg)\n\n![SOFATracer-埋点.jpg](y.png)\n",
      findings: [
        { messageId: "fileName", severity: "warning", text: "weekly.jpg" },
        { messageId: "fileName", text: "SOFATracer-埋点.jpg" },
      ],
    },
    {
      name: "a name with an editor's notes",
      text: "![image.png | left | 396x242](https://x.example/A*77.png)\n",
      findings: [{ messageId: "fileName", text: "image.png | left | 396x242" }],
    },
    {
      name: "the name of the very file with spaces, encoded in the address",
      text: "![team photo.jpg](img/team%20photo.jpg?v=2)\n",
      findings: [{ messageId: "fileName", text: "team photo.jpg" }],
    },
    {
      name: "the lazy loader's file",
      text: '<img src="blank.gif" data-src="/a/team_photo-2.jpg" alt="team-photo-2">',
      path: "a.html",
      findings: [{ messageId: "fileName", text: "team-photo-2" }],
      suggested: ['<img src="blank.gif" data-src="/a/team_photo-2.jpg" alt="">'],
    },
    {
      name: "an address",
      text: "![https://x.example/a](a.png)\n",
      findings: [{ messageId: "address", severity: "warning", text: "https://x.example/a" }],
    },
    {
      name: "a title that may take its place",
      text: '![a.png](a.png "The quay")\n',
      findings: [{ messageId: "fileName", text: "a.png" }],
      suggested: ["![The quay](a.png)\n"],
    },
    {
      name: "a title that is no better, or cannot be copied as it stands",
      text: '<img alt="a.png" src="a.png" title="a.png"><img src=b.png alt=b.png title="The &quot;quay&quot;">',
      path: "a.html",
      findings: [
        { messageId: "fileName", text: "a.png" },
        { messageId: "fileName", text: "b.png" },
      ],
      suggested: [
        '<img alt="" src="a.png" title="a.png"><img src=b.png alt=b.png title="The &quot;quay&quot;">',
        '<img alt="a.png" src="a.png" title="a.png"><img src=b.png alt="" title="The &quot;quay&quot;">',
      ],
    },
    {
      name: "a title in a definition, which other images share",
      text: '![a.png][x] ![The pier][x]\n\n[x]: a.png "The quay"\n',
      findings: [{ messageId: "fileName", text: "a.png" }],
      suggested: [],
    },
  ],
});
