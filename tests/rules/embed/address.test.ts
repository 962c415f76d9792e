import rule from "../../../rules/embed/address.js";
import { testRule } from "../../../src/testing/test-rule.js";

const frame = (src: string) => `<p>a</p>\n<iframe title="A" src="${src}"></iframe>\n`;
const html = { path: "article.html" } as const;

testRule(rule, {
  valid: [
    ...[
      "https://www.youtube.com/embed/aqz-KE-bpKQ",
      "https://player.vimeo.com/video/1084537",
      "https://www.youtube.com/embed/videoseries?list=PL1",
      "https://vimeo.com/showcase/1084537/embed",
      "https://www.youtube.com/watch?v=short",
      "https://video.example/watch?v=aqz-KE-bpKQ",
      "/videos/launch/",
    ].map((src) => ({ name: src, text: frame(src), ...html })),
    {
      name: "tags with a title, and with the name of another thing",
      engine: "hugo",
      path: "content/a.md",
      text: '{{< youtube "Launch" "aqz-KE-bpKQ" >}}\n\n{{< x hello >}}\n',
    },
    {
      name: "a component with an id from elsewhere",
      path: "a.mdx",
      text: '<YouTube id={video} />\n\n<Tweet id="1084537" />\n',
    },
  ],
  invalid: [
    {
      name: "an id that is too short, in a component",
      path: "a.mdx",
      text: '<YouTube id="aqz-KE" />\n',
      findings: [{ messageId: "id", text: "aqz-KE" }],
    },
    {
      name: "an address in a tag that takes an id",
      engine: "hugo",
      path: "content/a.md",
      text: '{{< youtube "https://youtu.be/aqz-KE-bpKQ" >}}\n',
      findings: [{ messageId: "whole", at: "1:14-1:42" }],
      suggested: ['{{< youtube "aqz-KE-bpKQ" >}}\n'],
    },
    ...(
      [
        [
          "//m.youtube.com/watch?list=a&amp;v=aqz-KE-bpKQ",
          "www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
        ],
        ["https://youtu.be/aqz-KE-bpKQ?t=3", "www.youtube-nocookie.com/embed/aqz-KE-bpKQ"],
        ["https://vimeo.com/1084537", "player.vimeo.com/video/1084537"],
      ] as const
    ).map(([src, embed]) => ({
      name: src,
      text: frame(src),
      ...html,
      findings: [{ messageId: "page", text: src }],
      suggested: [frame(`https://${embed}`)],
    })),
  ],
});
