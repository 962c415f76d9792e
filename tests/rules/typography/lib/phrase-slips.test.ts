import { describe, expect, it } from "vitest";
import { wrongPhrases } from "../../../../rules/typography/lib/phrase-slips.js";
import table from "../../../../rules/typography/lib/phrase-slips.json" with { type: "json" };

/** What is found in a text, each with what was meant. */
function found(text: string): readonly string[] {
  return wrongPhrases(text).map(({ start, end, meant }) => `${text.slice(start, end)} → ${meant}`);
}

describe("phrases of English that are wrong", () => {
  it.each([
    [
      "a participle",
      "The tide has recently became calm.",
      "has recently became → has recently become",
    ],
    ["a passive", "The book was wrote in May.", "was wrote → was written"],
    [
      "a verb after a modal",
      "It will always invoked by the crew.",
      "will always invoked → will always be invoked",
    ],
    [
      "a verb after a modal of a person",
      "I would recommended it.",
      "would recommended → would recommend",
    ],
    ["a verb after a negation", "The boat doesn't needs it.", "doesn't needs → doesn't need"],
    ["an infinitive", "The log needs to updated.", "needs to updated → needs to be updated"],
    ["of for have", "They could of left.", "could of → could have"],
    ["by for be", "It can by used.", "can by → can be"],
    [
      "a pronoun and its verb",
      "They was late, and it have a name.",
      "They was → They were, it have → it has",
    ],
    ["these and its verb", "These options is new.", "These options is → These options are"],
    [
      "initials and their verb",
      "All etcd APIs is defined there.",
      "All etcd APIs is → All etcd APIs are",
    ],
    [
      "many of a kind and their verb",
      "All Rust compiler versions supports any edition.",
      "All Rust compiler versions supports any → All Rust compiler versions support any",
    ],
    [
      "a subject of names and its verb",
      "React component functions accepts a value.",
      "React component functions accepts a → React component functions accept a",
    ],
    [
      "one of several",
      "It is one of the best way to row.",
      "one of the best way → one of the best ways",
    ],
    ["it is without its mark", "Its the same boat.", "Its the → It's the"],
    ["its with a mark", "Each boat has it’s own mast.", "it’s own → its own"],
    ["let us without its mark", "Now lets see it.", "lets see → let's see"],
    [
      "a comparison",
      "It is larger then this, rather then that.",
      "larger then → larger than, rather then → rather than",
    ],
    ["form for from", "The mast form last year.", "form last → from last"],
    ["an idiom", "A sneak peak of it.", "sneak peak → sneak peek"],
    ["two words that belong together", "An other boat came.", "An other → Another"],
    ["two determiners", "Go to the your boat.", "the your → "],
    ["two verbs", "This code is was moved.", "is was → "],
    ["a phrase twice", "It can be used to be used to row.", "be used to be used to → be used to"],
    ["a short phrase twice", "The end of the of the day.", "of the of the → of the"],
    [
      "an old and a new wording",
      "There you can review you can read it.",
      "you can review you can → ",
    ],
    ["words over a line break", "The tide has\nbecame calm.", "has\nbecame → has become"],
  ])("are found: %s", (_, text, expected) => {
    expect(found(text).join(", ")).toBe(expected);
  });

  it.each([
    [
      "clauses that meet",
      "What the tide has became clear. All you need to do is define it. The resource he refers to is new.",
    ],
    [
      "a noun and the verb of a clause",
      "The idea they had became a boat. The question I have is this.",
    ],
    ["names", "May had a boat. Will Has left. The A Team has Became."],
    [
      "words in quotation marks",
      "The typo \"has became\" and 'be will' are known, as is “could of”.",
    ],
    [
      "words that are parts of others",
      "An in-memory store, the for-loop, a.k.a the boat, they/we was.",
    ],
    [
      "the head of a subject before a preposition",
      "Testing for the tide and other APIs is new. Writing pure functions takes a while.",
    ],
    [
      "what may be right",
      "It does its best. If you need more then read on. It means a lot to many.",
    ],
    [
      "one in another of its kind",
      "The first child of the first child of the root, a dream within a dream within a dream.",
    ],
    [
      "what is said again on purpose",
      "Again and again and again, and so on and so on, day by day by day.",
    ],
    ["conditions", "If I were you, they were here. My wife and I were there."],
    ["of course", "It could of course be right."],
    ["letters that are names", "The a element, the if statement, the to field."],
  ])("are not found in %s", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it("have their words and forms in the table", () => {
    const names = new Set([...Object.keys(table.classes), ...Object.keys(table.forms)]);
    const own = new Set(["plain", "nouns", "plain.s", "plain.ed", "nouns.s", "nouns.ed", "done"]);
    const used = [
      ...JSON.stringify(table.phrases).matchAll(/(?:@|\$\d\.)([a-z0-9]+(?:\.[a-z]+)?)/g),
    ];
    expect(
      used.map(([, name = ""]) => name).filter((name) => !names.has(name) && !own.has(name)),
    ).toEqual([]);
  });
});
