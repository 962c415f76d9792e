import rule from "../../../rules/typography/word-form.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "phrases that look like slips",
      text: "Some of you own boats. The more boats you own then, the better. Help this page share some of it. Its very nature is calm. Ask that the link point to it. If it is more useful then use it. Loosing an arrow is hard. The Let me sail that for you website is fun. Every time use a new net. Your already large fleet grows, and if your new boat sails, be glad.\n",
    },
    {
      name: "sounds in doubt, names, and right forms",
      text: "This is a historic, an historic, a one-off and a user's URL; class a extends b, and a/an image. The 11th, 12th, 13th, 21st, 22nd and 111th are right, and so is an hour.\n",
    },
    {
      name: "code and quotations",
      text: "The text of it is `a example`.\n\n> This is a example of it.\n",
    },
    {
      name: "another language",
      text: "Il y a exception pour les bateaux, et la règle a effect dans le port.\n",
    },
    {
      name: "phrases in code, in quotations and across code",
      text: "Do not write `could of`, since the `your` boat has `went` became.\n\n> They was late, and has became wet.\n",
    },
  ],
  invalid: [
    {
      name: "words that are confused, and forms of verbs after a comma",
      text: "Ask us to get start with it. They are loosing quorum in you browser. It is a more complex net then many others. If your using the net, this page share some hints. Its super easy to see that the link button point to the port in todays world.\n",
      findings: [
        { messageId: "form", text: "get start" },
        { messageId: "form", text: "loosing" },
        { messageId: "form", text: "in you browser" },
        { messageId: "form", text: "a more complex net then many" },
        { messageId: "form", text: "If your using the" },
        { messageId: "form", text: "this page share some" },
        { messageId: "form", text: "Its super easy" },
        { messageId: "form", text: "that the link button point to" },
        { messageId: "form", text: "todays" },
      ],
    },
    {
      name: "articles and numbers",
      text: "This is a important note on an new boat of the 22th of May.\n",
      findings: [
        { messageId: "form", at: "1:9-1:20" },
        { messageId: "form", at: "1:29-1:35" },
        { messageId: "form", at: "1:48-1:52" },
      ],
      suggested: [
        "This is an important note on an new boat of the 22th of May.\n",
        "This is a important note on a new boat of the 22th of May.\n",
        "This is a important note on an new boat of the 22nd of May.\n",
      ],
    },
    {
      name: "phrases, and what nobody can tell",
      text: "The tide has became high, and the your boat is\nwas moved. It’s *could of* left.\n",
      findings: [
        { messageId: "form", at: "1:10-1:20" },
        { messageId: "sequence", at: "1:31-1:39" },
        { messageId: "sequence", at: "1:45-2:4" },
        { messageId: "form", at: "2:18-2:26" },
      ],
      suggested: [
        "The tide has become high, and the your boat is\nwas moved. It’s *could of* left.\n",
        "The tide has became high, and the your boat is\nwas moved. It’s *could have* left.\n",
      ],
    },
  ],
});
