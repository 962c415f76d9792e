/** A slip of several words, as the table writes it. */
interface Written {
  readonly find: string;
  readonly meant: string;
  readonly before?: string;
  readonly notBefore?: string;
  readonly after?: string;
  readonly notAfter?: string;
  readonly notEarlier?: string;
}

interface Table {
  readonly classes: Readonly<Record<string, string>>;
  /** By the name of a form, words and that form of each: `went:gone`. */
  readonly forms: Readonly<Record<string, string>>;
  /** Regular verbs: those that are verbs only, and those that are nouns as well. */
  readonly verbs: { readonly plain: string; readonly nouns: string };
  readonly phrases: readonly Written[];
}

/** A word with a meaning of its own; what ends with `ing` may be what the sentence speaks of. */
const PLAIN = /^[a-z]+(?<!ing)$/;

type Test = (word: string) => boolean;

interface PhraseStep {
  readonly is: Test;
  /** Whether it is any word, also a name. */
  readonly isAny: boolean;
  readonly isOptional: boolean;
}

/** A slip of several words, ready to be looked for. */
export interface PhraseSlip {
  /** One for each word. */
  readonly steps: readonly PhraseStep[];
  readonly meant: string;
  /** Which words come before it. */
  readonly before: Test | undefined;
  /** Whether a sentence may begin with it, where `before` says what comes before. */
  readonly isAtStart: boolean;
  readonly notBefore: Test | undefined;
  readonly after: Test | undefined;
  readonly notAfter: Test | undefined;
  /** Which words are nowhere before it in the sentence. */
  readonly notEarlier: Test | undefined;
  /** A form of a word, where the table has it. */
  formOf(form: string, word: string): string | undefined;
}

/** The slips of a table by the words that they begin with, `*` for any. */
export function phrasesOf(table: Table): ReadonlyMap<string, readonly PhraseSlip[]> {
  const forms = formsOf(table);
  const classes = classesOf(table, forms);
  const found = new Map<string, PhraseSlip[]>();
  for (const { find, meant, before, notBefore, after, notAfter, notEarlier } of table.phrases) {
    const tokens = find.split(" ");
    const phrase: PhraseSlip = {
      steps: tokens.map((token) => stepOf(token, classes)),
      meant,
      before: testOf(before, classes),
      isAtStart: before?.startsWith("^") === true,
      notBefore: testOf(notBefore, classes),
      after: testOf(after, classes),
      notAfter: testOf(notAfter, classes),
      notEarlier: testOf(notEarlier, classes),
      formOf: (form, word) => forms.get(form)?.get(word),
    };
    for (const word of wordsOfToken(tokens[0] ?? "", classes)) {
      const list = found.get(word);
      if (list === undefined) found.set(word, [phrase]);
      else list.push(phrase);
    }
  }
  return found;
}

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

function classesOf(
  { classes, verbs }: Table,
  forms: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Classes {
  const own = Object.entries(classes).map(([name, words]) => [name, words.split(" ")] as const);
  const formed = [...forms].map(([name, words]) => [name, [...words.keys()]] as const);
  const verbal = [
    ["plain", verbs.plain.split(" ")],
    ["nouns", verbs.nouns.split(" ")],
    ["plain.s", verbs.plain.split(" ").map(thirdOf)],
    ["plain.ed", verbs.plain.split(" ").map(pastOf)],
    ["nouns.s", verbs.nouns.split(" ").map(thirdOf)],
    ["nouns.ed", verbs.nouns.split(" ").map(pastOf)],
  ] as const;
  return new Map([...own, ...formed, ...verbal].map(([name, words]) => [name, new Set(words)]));
}

function wordsOfToken(token: string, classes: Classes): readonly string[] {
  return token
    .split("|")
    .flatMap((one) => (one.startsWith("@") ? [...(classes.get(one.slice(1)) ?? [])] : [one]));
}

function testOf(list: string | undefined, classes: Classes): Test | undefined {
  if (list === undefined) return undefined;
  const words = new Set(list.split(" ").flatMap((token) => wordsOfToken(token, classes)));
  return (word) => words.has(word);
}

function stepOf(token: string, classes: Classes): PhraseStep {
  const isOptional = token.endsWith("?");
  const own = isOptional ? token.slice(0, -1) : token;
  const functions = classes.get("function");
  const words = new Set(wordsOfToken(own, classes));
  const isAny = own === "*";
  const is: Test = isAny
    ? (word) => PLAIN.test(word) && functions?.has(word) === false
    : (word) => words.has(word);
  return { is, isAny, isOptional };
}

/** Forms of words by the name of the form: those of the table, and those that all verbs have. */
function formsOf({ forms, verbs }: Table): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const all = new Map(Object.entries(forms).map(([name, pairs]) => [name, pairsOf(pairs)]));
  const regular = `${verbs.plain} ${verbs.nouns}`.split(" ");
  const bases = regular.flatMap((verb) => [
    [thirdOf(verb), verb] as const,
    [pastOf(verb), verb] as const,
  ]);
  const done = regular.map((verb) => [verb, pastOf(verb)] as const);
  const third = regular.map((verb) => [verb, thirdOf(verb)] as const);
  return all
    .set("base", new Map([...bases, ...(all.get("base") ?? [])]))
    .set("done", new Map(done))
    .set("third", new Map([...third, ...(all.get("third") ?? [])]));
}

function pairsOf(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split(" ").map((pair) => {
      const [word = "", form = ""] = pair.split(":");
      return [word, form];
    }),
  );
}

/** `allows` of `allow`. */
function thirdOf(verb: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** `allowed` of `allow`. */
function pastOf(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}
