import { describe } from "vitest";
import rule from "../../../rules/embed/media-accessible.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };

describe("embed/media-accessible", () => {
  testRule(rule, {
    valid: [
      {
        name: "subtitles, and a track without a kind",
        text: "<video src=a.mp4 poster=p controls><track kind=Subtitles src=a.vtt></video><video src=a.mp4 poster=p controls><track src=a.vtt></video>\n",
        ...html,
      },
      { name: "no file at all, which a script may bring", text: "<video></video>\n", ...html },
      {
        name: "values and parts nobody can know",
        text: "<video src='{{ a }}' poster=p muted='{{ m }}' autoplay controls></video><video src=a.mp4 poster=p controls>{% for t in tracks %}<track src={{ t }}>{% endfor %}</video>\n",
        ...html,
      },
      {
        name: "expressions and components in MDX",
        text: "<video src='a.mp4' poster='p' autoPlay={on}><Tracks /></video>\n\n<video src='a.mp4' {...props} />\n",
        path: "article.mdx",
      },
      {
        name: "in a hidden box",
        text: "<div hidden><video src=a autoplay></video></div>\n",
        ...html,
      },
      {
        name: "a player told not to start, and words that only look like it",
        text: "<iframe src='//a/?autoplay=0'></iframe><iframe src='//a/?noautoplay=1'></iframe><iframe src='//a/autoplay=1'></iframe><iframe src='//a/?mute=1&amp;autoplay=1'></iframe>\n",
        ...html,
      },
      {
        name: "what a script or an attribute may start",
        text: "<video src=a.mp4 poster=p muted class=player></video><audio src=a.mp3 data-player></audio><audio src=b.mp3 onclick='this.play()'></audio>\n",
        ...html,
      },
      { name: "video in code", text: "`<video src=a.mp4 autoplay>`\n" },
    ],
    invalid: [
      {
        name: "what nothing starts, in MDX as well",
        text: "<video width={700} muted src='a.mp4' poster='p' />\n",
        path: "article.mdx",
        findings: [{ messageId: "unstartable", at: "1:1-1:51" }],
        suggested: ["<video controls width={700} muted src='a.mp4' poster='p' />\n"],
      },
      {
        name: "a sound that nothing starts",
        text: "<audio src=a.mp3></audio>\n",
        ...html,
        findings: [{ messageId: "unstartable", text: "<audio src=a.mp3>" }],
        suggested: ["<audio controls src=a.mp3></audio>\n"],
      },
      {
        name: "captions are suggested beside the last source",
        text: '<video poster=p controls><source src="a.webm"><source src="a.mp4">Sorry</video>\n',
        ...html,
        findings: [
          { messageId: "captions", text: "<video poster=p controls>", severity: "warning" },
        ],
        suggested: [
          '<video poster=p controls><source src="a.webm"><source src="a.mp4"><track kind="captions" src="a.vtt">Sorry</video>\n',
        ],
      },
      {
        name: "chapters are no captions",
        text: "<video src='https://a.example/f?id=1' poster=p controls><track kind=chapters src=a.vtt></video>\n",
        ...html,
        findings: [{ messageId: "captions", at: "1:1-1:57" }],
      },
      {
        name: "in MDX the suggested track is closed",
        text: '<video src="a.mp4" poster="p" autoPlay controls></video>\n',
        path: "article.mdx",
        findings: [
          { messageId: "captions", at: "1:1-1:49" },
          { messageId: "sound", text: "autoPlay" },
        ],
        suggested: [
          '<video src="a.mp4" poster="p" autoPlay controls><track kind="captions" src="a.vtt" /></video>\n',
          '<video src="a.mp4" poster="p" controls></video>\n',
        ],
      },
      {
        name: "a sound that cannot be stopped gets controls",
        text: "<audio autoplay src=a.mp3></audio>\n",
        ...html,
        findings: [{ messageId: "sound", text: "autoplay" }],
        suggested: ["<audio controls src=a.mp3></audio>\n"],
      },
      {
        name: "silent, yet unstoppable",
        text: "<video muted autoplay src=a.mp4></video>\n",
        ...html,
        findings: [{ messageId: "unstoppable", text: "autoplay" }],
        suggested: ["<video controls muted autoplay src=a.mp4></video>\n"],
      },
      {
        name: "a player's address",
        text: "<iframe src='https://a.example/p?autoplay=true&x=1'></iframe>\n",
        ...html,
        findings: [{ messageId: "frame", text: "autoplay=true" }],
        suggested: ["<iframe src='https://a.example/p?autoplay=0&x=1'></iframe>\n"],
      },
      {
        name: "dead formats by file name and by type, and nothing else about them",
        text: "<video src='a.flv?x'></video><audio><source src=b type='audio/x-ms-wma; a=b'></audio><iframe src='https://www.youtube.com/v/x'></iframe>\n",
        ...html,
        findings: [
          { messageId: "format", text: "<video src='a.flv?x'>" },
          { messageId: "format", text: "<audio>" },
          { messageId: "format", text: "<iframe src='https://www.youtube.com/v/x'>" },
        ],
      },
      {
        name: "posters are missing once an article",
        text: "<video src=a.mp4 muted controls></video>\n<video src=b.mp4 muted controls></video>\n",
        ...html,
        findings: [
          {
            messageId: "poster",
            severity: "info",
            text: "<video src=a.mp4 muted controls>",
            related: ["2:1-2:33"],
          },
        ],
      },
    ],
  });
});
