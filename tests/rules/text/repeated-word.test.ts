import rule from "../../../rules/text/repeated-word.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(rule, {
  valid: [
    {
      name: "Japanese signs that are parts of other words",
      text: "この船ははじめてで、港ははるかに遠い。そんななかでも、非常ににぎやかだ。網を直したのと船を塗ったのの二点。太ももの話。ももも、のの字も書く。\n",
      variants: false,
    },
    {
      name: "particles at the end of an English clause",
      text: "It was paid for for years, and the boat they asked for for days had been looked at at night. Here is the quay they go to to fish.\n",
    },
    {
      name: "Chinese words that longer words begin with",
      text: "请使用使用者的名称登录系统，并且不要使用使用过的旧船票来登船。\n",
    },
    {
      name: "words that German grammar doubles, and ends of gender forms",
      path: "de/a.md",
      text: "---\nlang: de\n---\nDas Boot ist nicht nicht verfügbar. Wer weiß, welche welche ist? Der Wert weicht vom vom Hafen verwendeten Wert ab. Jede Seglerin und jeder Segler\\*in in unserem Hafen kennt das.\n",
      variants: ["crlf", "bom"],
    },
    {
      name: "what a program says twice, in a short quotation",
      text: 'It is announced as "sitewide search search" and as “search search this site”.\n',
    },

    {
      name: "Chinese particles next to words that they are a part of",
      text: "为了达到目的的手段很多，他的的确确做到了，的的喀喀湖很美，发吃的的是生活委员。\n",
    },
    {
      name: "words English doubles where it may",
      text: "They do that that you asked for. The fact that that boat left shows that that's over. Do it this this way, in this this time. The trouble is is that what it is is new. They do do it.\n",
    },
    {
      name: "a word and a host that begins with it",
      text: "Ask the keyserver keyserver.example.org for it.\n",
    },
    {
      name: "words English doubles",
      text: "What he had had was that that man, so so and very very good.\n",
    },
    {
      name: "English clauses that meet",
      text: "What it was was a boat that he got in in May, and he lent him his and her her oars.\n",
    },
    {
      name: "scientific names",
      text: "We saw the Vulpes vulpes and a Canis lupus lupus, then G. gorilla gorilla in the woods.\n",
    },
    { name: "what people say twice", text: "Ok ok, they sail. Yeah yeah, they do.\n" },
    {
      name: "said three times",
      text: "It is a long long long way to the location location location.\n",
    },
    {
      name: "declarations",
      text: "Buffer buffer = new it, and then the String string (of the two).\n\nThen void moored(Harbour harbour, int ropes) is called.\n",
    },
    {
      name: "words Dutch doubles",
      text: "---\nlang: nl\n---\nHij zegt dat het het beste is als je je verveelt, en dat zijn zijn boeken.\n",
      variants: false,
    },
    {
      name: "words Swedish doubles",
      text: "---\nlang: sv\n---\nHan satte på på kvällen, och det han är är en vän som hör till till slut.\n",
      variants: false,
    },
    {
      name: "Chinese words one by one",
      text: "他们一个一个地走进来，世界上有没有没有烦恼的人？对对对。\n",
    },
    {
      name: "Japanese words that begin like a particle",
      text: "これまでで最高のももを、今ここまででできることとともに。\n",
      variants: false,
    },
    {
      name: "words German doubles",
      text: "Wir wissen nicht, ob sie sie für das, was die die Leute nennen, halten und nicht mögen.\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "words French doubles",
      text: "Dans la ville nous nous sommes vus, et vous vous êtes plu avec les autres pour une fois.\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "Indonesian plurals",
      text: "---\nlang: id\n---\nAnak anak itu pergi dengan orang orang lain.\n",
      variants: false,
    },
    { name: "the name of an operator", text: "Bitwise AND and OR or shifts are quick.\n" },
    { name: "names and calls", text: "They sang New York New York and Duran Duran songs, K K.\n" },
    { name: "numbers", text: "It was 10 10 and the 5 5 of it.\n" },
    { name: "parts of longer words", text: "the theme, in inside, a a-level, it it's, is is'nt\n" },
    { name: "across markup", text: "It is the **the** of [the](b.md) the `the` the <b>the</b>.\n" },
    { name: "across code that stands between", text: "Use in `x` in the test.\n" },
    { name: "across paragraphs", text: "We saw the\n\nthe end.\n" },
    { name: "across a hard break", text: "We saw the<br>the end, and the  \nthe other.\n" },
    { name: "across list items", text: "- the\n- the\n" },
    { name: "code", text: "```\nthe the\n```\n\nand `the the` too\n" },
    { name: "part of an address or a qualified name", text: "See v8::call call and a.the the.\n" },
    {
      name: "front matter and attributes",
      text: '---\ntitle: the the\n---\n<img src=a.png alt="the the">\n',
    },
    { name: "template tags", text: "It is {{ the the }} end.\n" },
    {
      name: "doubled characters of Chinese words",
      text: "看看天天向上的妈妈，谢谢，一步一步慢慢来，刚刚好。\n",
    },
    {
      name: "longer words that begin or end with a function word",
      text: "为了了解目的的变化，至少在在线应用中，现在在北京的人不了了之，直到到达为止，的的确确。\n",
    },
    { name: "words that repeat for sense", text: "他非常非常高兴，讨论讨论再说。\n" },
    {
      name: "Japanese",
      text: "ははは、もものの話と、いろいろ言っている人々のところ。\n",
      variants: false,
    },
    {
      name: "Korean",
      text: "그 그 사람은 또 또 왔다.\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "an allowed word",
      text: "It went Pow pow on the road.\n",
      options: { allow: ["pow"] },
    },
    {
      name: "a language not asked for",
      text: "It is the the end of it and that.\n",
      options: { lang: ["zh"] },
      variants: ["crlf", "bom", "front-matter"],
    },
  ],
  invalid: [
    {
      name: "Japanese particles and endings twice",
      text: "港についてはは書かない。有効なな情報を東京へへ送る。多くのの船を追加するする時に、網を使うようにように直す。理由にについて話す。行くかもしれないしれない。\n",
      variants: false,
      findings: [
        {
          messageId: "several",
          text: "はは",
          related: [
            "1:15-1:17",
            "1:22-1:24",
            "1:29-1:31",
            "1:35-1:39",
            "1:46-1:52",
            "1:57-1:59",
            "1:69-1:77",
          ],
        },
      ],
    },
    {
      name: "particles of English that no clause ends with",
      text: "The crew began moving to to pier9 at noon. Ask for the ability to to moor.\n\nThe toll rose from from ten to twenty.\n",
      findings: [
        { messageId: "repeated", text: "to to" },
        { messageId: "repeated", text: "to to" },
        { messageId: "repeated", text: "from from" },
      ],
    },
    {
      name: "a verb and a pronoun of Chinese twice",
      text: "在新的项目中应该尽量避免使用使用旧的船只，这些这些船已经坏了。\n",
      findings: [
        { messageId: "repeated", text: "使用使用" },
        { messageId: "repeated", text: "这些这些" },
      ],
    },
    {
      name: "a German preposition without a participle after it",
      path: "de/a.md",
      text: "---\nlang: de\n---\nDie Boote kommen vom vom Hafen und liegen dort am Steg.\n",
      findings: [{ messageId: "repeated", text: "vom vom" }],
      fixed: "---\nlang: de\n---\nDie Boote kommen vom Hafen und liegen dort am Steg.\n",
      variants: ["crlf", "bom"],
    },

    {
      name: "a Chinese particle that the segmenter joins to the word before",
      text: "这是用 JavaScript 写的的一个虚拟机，非常好用，大家都喜欢。\n",
      findings: [{ messageId: "repeated", text: "的的" }],
      fixed: "这是用 JavaScript 写的一个虚拟机，非常好用，大家都喜欢。\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "a Japanese particle of two signs",
      text: "この環境ではでは動かないので、別の設定を使ってください。\n",
      findings: [{ messageId: "repeated", text: "ではでは" }],
      suggested: ["この環境では動かないので、別の設定を使ってください。\n"],
      variants: ["crlf", "bom", "front-matter"],
    },
    ...[
      ["that that", "They left so that that the tide helped.\n"],
      ["that that", "I heard that that they left.\n"],
      ["this this", "See it in this this article.\n"],
      ["is is", "This of course is is easy.\n"],
      ["do do", "In the harbour we do do not mend the nets that they have.\n"],
      ["who who", "Ask sailors who who left.\n"],
    ].map(([pair = "", text = ""]) => ({
      name: `a slip in ${text.trim()}`,
      text,
      findings: [{ messageId: "repeated", text: pair }],
    })),
    {
      name: "to before an infinitive",
      text: "You always need to to keep the order.\n",
      findings: [{ messageId: "repeated", text: "to to" }],
    },
    {
      name: "a verb or particle twice where no clauses meet",
      text: "She did did it and then ran off off the road.\n",
      findings: [
        { messageId: "repeated", text: "did did" },
        { messageId: "repeated", text: "off off" },
      ],
      suggested: [
        "She did it and then ran off off the road.\n",
        "She did did it and then ran off the road.\n",
      ],
    },
    {
      name: "an article three times",
      text: "We saw the the the end of it.\n",
      findings: [{ messageId: "repeated", text: "the the the" }],
      fixed: "We saw the end of it.\n",
    },
    {
      name: "a Japanese particle between two words",
      text: "日本でで開催された会議はとても長い。\n",
      findings: [{ messageId: "repeated", text: "でで" }],
      suggested: ["日本で開催された会議はとても長い。\n"],
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "a doubled article",
      text: "We went to the the market and it was closed.\n",
      findings: [{ messageId: "repeated", text: "the the", at: "1:12-1:19", severity: "warning" }],
      fixed: "We went to the market and it was closed.\n",
    },
    {
      name: "a capital at the start of the sentence",
      text: "<p>The the market and it was closed for us.</p>",
      path: "a.html",
      findings: [{ messageId: "repeated", text: "The the" }],
      fixed: "<p>The market and it was closed for us.</p>",
    },
    {
      name: "across a line break, where the first goes",
      text: "We went to the\nthe market.\n",
      findings: [{ messageId: "repeated", at: "1:12-2:4" }],
      fixed: "We went to\nthe market.\n",
    },
    {
      name: "across a line break in a quotation",
      text: "> the\n> the market and it was closed.\n",
      findings: [{ messageId: "repeated", at: "1:3-2:6" }],
      fixed: "> the\n> market and it was closed.\n",
    },
    {
      name: "before a mark",
      text: "We went to to, and it was it.\n",
      findings: [{ messageId: "repeated", text: "to to" }],
      suggested: ["We went to, and it was it.\n"],
    },
    {
      name: "a text in an unknown language",
      text: "Foo foo.\n",
      findings: [{ messageId: "repeated", text: "Foo foo" }],
      suggested: ["Foo.\n"],
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "a Chinese particle and a Chinese word of two characters",
      text: "他们的的方案没有没有通过，只要在在寻址的时候回调就行。\n",
      findings: [
        { messageId: "repeated", text: "的的" },
        { messageId: "repeated", text: "没有没有" },
        { messageId: "repeated", text: "在在" },
      ],
      fixed: "他们的方案没有通过，只要在寻址的时候回调就行。\n",
    },
    {
      name: "an English slip in a Chinese text",
      text: "他说：They went to to the market. 然后就走了，没有再回来过。\n",
      findings: [{ messageId: "repeated", text: "to to" }],
      suggested: ["他说：They went to the market. 然后就走了，没有再回来过。\n"],
    },
    {
      name: "a Japanese particle",
      text: "これをを読んでください。とても面白い本です。\n",
      findings: [{ messageId: "repeated", text: "をを" }],
      fixed: "これを読んでください。とても面白い本です。\n",
      variants: ["crlf", "bom", "front-matter"],
    },
    {
      name: "many places in one finding",
      text: "The the start of of it was fine, but but nobody nobody saw an an end.\n",
      findings: [
        { messageId: "several", text: "The the", related: ["1:15-1:20", "1:34-1:41", "1:60-1:65"] },
        { messageId: "repeated", text: "nobody nobody" },
      ],
      fixed: "The start of it was fine, but nobody nobody saw an end.\n",
      suggested: ["The the start of of it was fine, but but nobody saw an an end.\n"],
    },
  ],
});
