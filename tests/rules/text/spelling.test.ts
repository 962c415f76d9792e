import rule from "../../../rules/text/spelling.js";
import { testRule } from "../../../src/testing/test-rule.js";

/** A small dictionary of a language. */
function dictionary(name: string, words: string) {
  return { path: `node_modules/${name}/words.txt`, text: words.split(" ").join("\n") };
}

const english = dictionary(
  "dictionary-en",
  "the of and to is that for with it you this are was be have we from by not but they as which at leaves boat boats captain harbour receive wouldn't definitely follow quay in on water deep friend Anna",
);
const german = dictionary(
  "dictionary-de",
  "der die und das ist nicht ein eine den mit von zu auf für dem sich auch wir im Hafen Meister Büro Boot Boote legt am an ab Morgen Verleih Stelle",
);
const terms = dictionary("@cspell/dict-software-terms", "webhook");

testRule(rule, {
  valid: [
    {
      name: "straight and curly apostrophes",
      files: [dictionary("dictionary-fr", "nous le vîmes aujourd’hui n'est pas dans les ports et")],
      text: "---\nlang: fr\n---\nNous le vîmes aujourd'hui, et n’est pas dans les ports.\n",
    },
    {
      name: "right words in any case",
      files: [english],
      text: "The boat and THE Quay, the captain’s.\n",
    },
    {
      name: "names, acronyms, identifiers and drawn out words",
      files: [english],
      text: "The captain is Lindqvist of Maersk, with XKCD, fooBar, foo_baar, foo.baar, x9quayy, --verbos and sooo.\n",
    },
    {
      name: "code and link targets",
      files: [english],
      text: "The `snorfle` and the [snorfle](https://recieve.example/) of the boat, and recieve.\n",
    },
    {
      name: "a language without a dictionary",
      files: [german],
      text: "---\nlang: en\n---\nThe boat is at teh harbour.\n",
    },
    {
      name: "Chinese with English words",
      files: [english],
      text: "我们在港口 recieve 了这条船，然后离开。今天的天气很好。\n",
    },
    {
      name: "text in another language than the page's",
      files: [english],
      text: "---\nlang: en\n---\nLe bateau quitte notre port quand arrive la marée haute.\n",
    },
    {
      name: "words of one's own, and of a trade",
      files: [english, terms, { path: "words.txt", text: "snorfle # a thing\n\n# remark\n" }],
      options: { words: ["Frobnicate"], files: ["words.txt"] },
      text: "---\nlang: en\n---\nThe snorfle of the webhook is frobnicate.\n",
    },
    {
      name: "forms of known words",
      files: [english],
      text: "---\nlang: en\n---\nThe friends unfollow the deeply, following boats and the captain.\n",
    },
    {
      name: "words written together",
      files: [german],
      text: "---\nlang: de\n---\nDas Hafenmeisterbüro und die Bootsverleihstelle im Hafen.\n",
    },
    {
      name: "words of the site",
      files: [english],
      text: "---\nlang: en\n---\nThe quayy is deep.\n",
      articles: ["b", "c"].map((name) => ({
        path: `${name}.md`,
        text: "---\nlang: en\n---\nWe have the quayy in the harbour.\n",
      })),
    },
  ],
  invalid: [
    {
      name: "letters in the wrong order, doubled, left out, added and replaced",
      files: [english],
      text: "---\nlang: en\n---\nWe recieve the boat at the harbor of the captainn.\n\nWe have the boat and definately not teh water of the friend.\n\nYou wouldnt have the boat in the water of the harbour.\n",
      findings: [
        { messageId: "misspelled", text: "recieve" },
        { messageId: "misspelled", text: "harbor" },
        { messageId: "misspelled", text: "captainn" },
        { messageId: "misspelled", text: "definately" },
        { messageId: "misspelled", text: "teh" },
        { messageId: "misspelled", text: "wouldnt" },
      ],
      variants: ["crlf", "bom"],
    },
    {
      name: "the opening word, an alt text and a title",
      files: [english],
      text: "---\ntitle: The harbur\nlang: en\n---\nCaptian of the boat.\n\n![The watre of the quay](a.png)\n",
      findings: [
        { messageId: "misspelled", text: "harbur" },
        { messageId: "misspelled", text: "Captian" },
        { messageId: "misspelled", text: "watre" },
      ],
      variants: ["crlf", "bom"],
    },
    {
      name: "a German noun",
      files: [german],
      text: "---\nlang: de\n---\nDas Boot legt am Morgen an, der Meistter ist im Büro und nicht auf dem Boot.\n",
      findings: [{ messageId: "misspelled", text: "Meistter" }],
      suggested: [
        "---\nlang: de\n---\nDas Boot legt am Morgen an, der Meister ist im Büro und nicht auf dem Boot.\n",
      ],
      variants: ["crlf", "bom"],
    },
    {
      name: "a word that resembles no other, with a severity of its own",
      files: [english],
      options: { unknown: "error" },
      text: "---\nlang: en\n---\nThe boat is at the quay with the snorfle and the blixx of the captain.\n",
      findings: [
        { messageId: "unknown", text: "snorfle", severity: "error", related: ["4:50-4:55"] },
      ],
      variants: ["crlf", "bom"],
    },
  ],
});
