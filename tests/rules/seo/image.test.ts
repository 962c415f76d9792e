import rule from "../../../rules/seo/image.js";
import { testRule } from "../../../src/testing/test-rule.js";

const post = (fields: string) => `---\ntitle: A\ndate: 2026-01-01\n${fields}---\nText.\n`;
const posts = (count: number, fields: string) =>
  Array.from({ length: count }, (_, index) => ({ path: `p${index}.md`, text: post(fields) }));

const files = [
  { path: "wide.jpg", size: { width: 1200, height: 630 } },
  { path: "photo.jpg", size: { width: 3000, height: 2000 } },
  { path: "half.jpg", size: { width: 600, height: 315 } },
  { path: "icon.png", size: { width: 200, height: 200 } },
  { path: "tall.jpg", size: { width: 1500, height: 2600 } },
  "lfs.jpg",
];

testRule(rule, {
  valid: [
    { name: "a JPEG", text: post("cover: /a.jpg\n") },
    { name: "a full URL", text: post("og_image: https://a.example/a.png\n") },
    { name: "a path from the root, which themes complete", text: post("og_image: /a.png\n") },
    { name: "a relative path in a field that themes resolve", text: post("cover: a.png\n") },
    { name: "an SVG thumbnail", text: post("thumbnail: /a.svg\n") },
    { name: "templates", text: post("cover: '{{ a }}/a.svg'\n") },
    { name: "drafts", text: post("draft: true\ncover: /a.svg\n") },
    { name: "a single post without an image", text: post("") },
    { name: "posts that mostly have none", text: post(""), articles: posts(6, "") },
    {
      name: "a page that is not a post",
      text: "---\ntitle: A\n---\nText.\n",
      articles: posts(6, "cover: /a.jpg\n"),
    },
    {
      name: "files that cards show well",
      text: post("cover: wide.jpg\nog_image: /photo.jpg\n"),
      files,
    },
    {
      name: "a small header image next to an image for link previews",
      text: post("cover: half.jpg\nog_image: /wide.jpg\n"),
      files,
    },
    { name: "small thumbnails", text: post("cover: wide.jpg\nthumbnail: icon.png\n"), files },
    {
      name: "files of unknown size, elsewhere or missing",
      text: post("cover: lfs.jpg\nhero: https://a.example/half.jpg\nbanner: none.jpg\n"),
      files,
    },
    {
      name: "smaller files by option",
      text: post("cover: half.jpg\n"),
      files,
      options: { minWidth: 600 },
    },
  ],
  invalid: [
    {
      name: "files that are small, tiny, of another shape",
      text: post("cover: half.jpg\nbanner: icon.png\nhero: tall.jpg\n"),
      files,
      findings: [
        { messageId: "small", text: "half.jpg", severity: "info" },
        { messageId: "tiny", text: "icon.png" },
        { messageId: "ratio", text: "tall.jpg" },
      ],
    },
    {
      name: "formats that cards do not show",
      text: post("cover: /a.svg?v=1\n"),
      findings: [{ messageId: "format", text: "/a.svg?v=1", severity: "info" }],
    },
    {
      name: "an image as a data: URL",
      text: post("cover: 'data:image/png;base64,AA=='\n"),
      findings: [{ messageId: "format", text: "data:image/png;base64,AA==" }],
    },
    {
      name: "a relative path that themes print",
      text: post("og_image: img/a.png\n"),
      findings: [{ messageId: "relative", text: "img/a.png" }],
    },
    {
      name: "a post without, among posts that have one",
      path: "a.md",
      text: post(""),
      articles: posts(5, "cover: /a.jpg\n"),
      findings: [{ messageId: "missing", text: "---" }],
    },
    {
      name: "every post, if the option asks for it",
      options: { always: true },
      text: post(""),
      findings: [{ messageId: "missing", at: "1:1-1:4" }],
    },
  ],
});
