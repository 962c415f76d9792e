/** What a report must (not) say: a rule or `family/*`, one of its messages, and the line where. */
export interface Claim {
  readonly rule: string;
  readonly message?: string;
  readonly path?: string;
  /** A piece of text that only the line holds, or the number of the line. */
  readonly line?: string;
}

/** Files, and what must be told of them. */
export interface Input {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Paths of pictures, which are made. */
  readonly pictures: readonly string[];
  readonly told: readonly Claim[];
  readonly quiet: readonly Claim[];
  /** Findings that no safe fix may change. */
  readonly unfixed: readonly Claim[];
  /** Findings that are told as infos. */
  readonly mild: readonly Claim[];
  /** Findings that are told as one, with how many there are. */
  readonly causes: readonly { readonly claim: Claim; readonly findings: number }[];
  readonly engine?: string;
  readonly articles: readonly string[];
  readonly strangers: readonly string[];
  /** What the report for people says, and what it does not say. */
  readonly says: readonly string[];
  readonly saysNot: readonly string[];
}

/** A kind of fault with its inputs. */
export interface Kind {
  readonly name: string;
  readonly inputs: readonly Input[];
}

interface Block {
  readonly word: string;
  readonly rest: string;
  readonly text: string;
}

/**
 * Reads kinds from a text: `%% kind NAME`, then `%% input NAME` for each input with its `%% file PATH` and
 * `%% told RULE/MESSAGE PATH: TEXT OF THE LINE`. Files of a `%% base NAME` are in all inputs that say `%% on NAME`;
 * `%% on` right after a kind holds for all its inputs. `%% many COUNT PATH` makes files with
 * their numbers in place of `{n}`.
 */
export function readKinds(text: string): readonly Kind[] {
  const bases = new Map<string, readonly Block[]>();
  const kinds: { name: string; shared: Block[]; inputs: { name: string; blocks: Block[] }[] }[] =
    [];
  let at: Block[] = [];
  for (const block of blocksOf(text)) {
    const { word, rest } = block;
    if (word === "base") {
      at = [];
      bases.set(rest, at);
    } else if (word === "kind") {
      at = [];
      kinds.push({ name: rest, shared: at, inputs: [] });
    } else if (word === "input") {
      at = [];
      const kind = kinds.at(-1);
      if (kind === undefined) throw new Error(`The input ${rest} belongs to no kind.`);
      kind.inputs.push({ name: rest, blocks: at });
    } else if (word === "on") {
      const base = bases.get(rest);
      if (base === undefined) throw new Error(`There is no base ${rest}.`);
      for (const one of base) at.push(one);
    } else {
      at.push(block);
    }
  }
  return kinds.map(({ name, shared, inputs }) => ({
    name,
    inputs: inputs.map((input) => inputOf(input.name, [...shared, ...input.blocks])),
  }));
}

function blocksOf(text: string): readonly Block[] {
  const [, ...parts] = `\n${text}`.split(/^%% /m);
  return parts.map((part) => {
    const end = part.indexOf("\n");
    const head = end < 0 ? part : part.slice(0, end);
    const [word = "", ...rest] = head.split(" ");
    return { word, rest: rest.join(" ").trim(), text: end < 0 ? "" : part.slice(end + 1) };
  });
}

const WORDS = new Set(
  "file many picture told quiet unfixed mild cause engine article no-article says says-not".split(
    " ",
  ),
);

function inputOf(name: string, blocks: readonly Block[]): Input {
  const unknown = blocks.find(({ word }) => !WORDS.has(word));
  if (unknown !== undefined) throw new Error(`${name}: ${unknown.word} is no word of kinds.`);
  const all = (word: string): readonly string[] =>
    blocks.filter((block) => block.word === word).map(({ rest }) => rest);
  const files = blocks.flatMap(({ word, rest, text }): readonly (readonly [string, string])[] => {
    if (word === "many") return manyFiles(rest, text);
    return word === "file" ? [[rest, text]] : [];
  });
  const [engine] = all("engine").slice(-1);
  return {
    name,
    files: Object.fromEntries(files),
    pictures: all("picture"),
    told: all("told").map(claimOf),
    quiet: all("quiet").map(claimOf),
    unfixed: all("unfixed").map(claimOf),
    mild: all("mild").map(claimOf),
    causes: all("cause").map((text) => {
      const [findings = "", ...claim] = text.split(" ");
      return { claim: claimOf(claim.join(" ")), findings: Number(findings) };
    }),
    ...(engine === undefined ? {} : { engine }),
    articles: all("article"),
    strangers: all("no-article"),
    says: all("says"),
    saysNot: all("says-not"),
  };
}

function manyFiles(head: string, text: string): readonly (readonly [string, string])[] {
  const [count = "", path = ""] = head.split(" ");
  return Array.from({ length: Number(count) }, (_, n): readonly [string, string] => [
    path.replaceAll("{n}", `${n}`),
    text.replaceAll("{n}", `${n}`),
  ]);
}

function claimOf(text: string): Claim {
  const [name = "", ...words] = text.split(" ");
  const [family = "", rule, message] = name.split("/");
  const place = words.join(" ");
  const colon = place.indexOf(": ");
  const path = colon < 0 ? place : place.slice(0, colon);
  return {
    rule: rule === undefined ? family : `${family}/${rule}`,
    ...(message === undefined ? {} : { message }),
    ...(path === "" ? {} : { path }),
    ...(colon < 0 ? {} : { line: place.slice(colon + 2) }),
  };
}
