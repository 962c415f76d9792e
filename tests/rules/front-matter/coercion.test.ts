import rule from "../../../rules/front-matter/coercion.js";
import { testRule } from "../../../src/testing/test-rule.js";

const withLine = (line: string): string => `---\nid: a\n${line}\n---\nBody.\n`;

testRule(rule, {
  valid: [
    {
      name: "maps that are meant",
      text: '---\ntitle:\n  en: Boats\nsummary:\n  short: Boats\n  long text: More boats\nauthors:\n  Ann Quay: owner\ndescription:\n  "Opening hours: daily"\n---\n',
    },
    ...[
      "title: A",
      "title: 'no'",
      'title: "2022"',
      "title: 2022 in review",
      "title: No news",
      "title:",
      "title: null",
      "tags: [2022, 5]",
      "slug: 2022",
      "version: 2",
      "date: 2022-03-01",
      "date: 2022-03-01 12:30:45",
      "comments: true",
      "weight: 10",
      "weight: 0",
      "weight: 00",
      "price: 1.10",
      "starts: 09:30:00",
      "ratio: 99:99",
      "sum: 1.5",
      "limit: _1000",
      "note: |\n  no",
    ].map((line) => ({ name: line, text: withLine(line) })),
    { name: "JSON", text: '{\n"a": 1, "title": 2022\n}\n', engine: "hugo" },
    { name: "TOML", text: "+++\ntitle = 2022\n+++\n" },
    { name: "keys", text: withLine("title: 2022"), options: { keys: [] } },
  ],
  invalid: [
    {
      name: "a label, which is never meant as true",
      text: "---\nshort-title: y\n---\n",
      findings: [{ messageId: "readersDiffer", text: "y" }],
      fixed: "---\nshort-title: 'y'\n---\n",
    },

    {
      name: "texts on a line of their own that a colon makes maps",
      text: "---\ntitle:\n  The harbour at night: a walk\nsummary:\n  渔港的船期：今天\nexcerpt:\n  渔港今天的船期: 四点\n---\n",
      findings: [
        { messageId: "map", text: "The harbour at night: a walk", severity: "warning" },
        { messageId: "map", text: "渔港今天的船期: 四点" },
      ],
    },
    ...[
      ["title: No", "title: 'No'", "readersDiffer"],
      ["lang: no", "lang: 'no'", "readersDiffer"],
      ["version: 0o14", "version: '0o14'", "readersDiffer"],
      ["version: 1e3", "version: '1e3'", "readersDiffer"],
      ["starts: 12:30:45", "starts: '12:30:45'", "readersDiffer"],
      ["ratio: 16:9", "ratio: '16:9'", "readersDiffer"],
      ["title: 2022", "title: '2022'", "notText"],
      ["title: true", "title: 'true'", "notText"],
      ["title: 2022-03-01", "title: '2022-03-01'", "notText"],
      ["version: 1.10", "version: '1.10'", "notText"],
      ["slug: 1.0", "slug: '1.0'", "notText"],
    ].map(([line = "", fixed = "", messageId = ""]) => ({
      name: line,
      text: withLine(line),
      findings: [{ messageId, text: line.split(": ")[1] ?? "", severity: "warning" as const }],
      fixed: withLine(fixed),
    })),
    {
      name: "items of lists, followed by a comment",
      text: withLine("tags:\n  - on # really\n  - 1.10"),
      findings: [
        { messageId: "readersDiffer", text: "on" },
        { messageId: "notText", text: "1.10" },
      ],
      fixed: withLine("tags:\n  - 'on' # really\n  - '1.10'"),
    },
    ...[
      ["comments: no", "comments: false"],
      ["comments: Yes", "comments: true"],
      ["weight: 012", "weight: 12"],
      ["limit: 1_000", "limit: 1000"],
      ["flags: 0b101", "flags: 5"],
    ].map(([line = "", suggested = ""]) => ({
      name: line,
      text: withLine(line),
      findings: [{ messageId: "readersDiffer", text: line.split(": ")[1] ?? "" }],
      suggested: [withLine(suggested)],
    })),
  ],
});
