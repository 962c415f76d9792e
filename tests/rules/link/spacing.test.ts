import rule from "../../../rules/link/spacing.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "spaces and marks",
      text: "See [the boats](/a) and ([nets](/b)), “[ropes](/c)”, x/[y](/d)-z.\n",
    },
    {
      name: "endings, and parts of words",
      text: "[Boat](/a)s, un[tie](/b)d, in[put](/c), [plug](/d)in, [log](/e)on, for[d](/f).\n",
    },
    { name: "writing without spaces", text: "见[文档](/a)，在[Docker](/b)里。\n" },
    {
      name: "bare addresses and code",
      text: "the<https://harbour.net/a>and `see[the docs](/a)for`\n",
    },
  ],
  invalid: [
    {
      name: "a word before a link",
      text: "Look at the[timetable](/a) now, in[Docker](/b) too.\n",
      findings: [
        { messageId: "before", text: "the[timetable](/a)", severity: "warning" },
        { messageId: "before", text: "in[Docker](/b)" },
      ],
      fixed: "Look at the [timetable](/a) now, in [Docker](/b) too.\n",
    },
    {
      name: "a word after a link",
      text: 'The [timetable](/a)and <a href="/b">the map</a>for boats.\n',
      findings: [
        { messageId: "after", text: "[timetable](/a)and" },
        { messageId: "after", text: '<a href="/b">the map</a>for' },
      ],
      fixed: 'The [timetable](/a) and <a href="/b">the map</a> for boats.\n',
    },
    {
      name: "a sentence before a link, and German",
      text: "They leave at four.[See the timetable](/a). Siehe die[Karte](/b)und Netze.\n",
      findings: [
        { messageId: "before", text: "ur.[See the timetable](/a)" },
        { messageId: "before", text: "die[Karte](/b)" },
        { messageId: "after", text: "[Karte](/b)und" },
      ],
      fixed: "They leave at four. [See the timetable](/a). Siehe die [Karte](/b) und Netze.\n",
    },
  ],
});
