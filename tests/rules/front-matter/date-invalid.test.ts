import rule from "../../../rules/front-matter/date-invalid.js";
import { testRule } from "../../../src/testing/test-rule.js";

const dated = (date: string): string => `---\ntitle: A\ndate: ${date}\n---\nBody.\n`;

testRule(rule, {
  valid: [
    ...[
      "2024-02-29",
      "2016-12-31T23:59:60Z",
      "Tue, 01 Mar 2022 08:20:30 GMT",
      "Tuesday, March 1, 2022",
      "03/04/2022",
    ].map((date) => ({ name: `real: ${date}`, text: dated(date) })),
    { name: "no date", text: dated("soon") },
    { name: "a field that is not a date", text: "---\nversion: 2022-02-30\n---\n" },
  ],
  invalid: [
    ...[
      ["2022-02-30", "day"],
      ["2016-06-31", "day"],
      ["2022/02/30", "day"],
      ["'2023-02-29'", "day"],
      ["2022-13-45", "month"],
      ["13/14/2022", "month"],
      ["2022-03-01 25:00:00", "time"],
      ["2022-03-01T10:00:00+99:00", "time"],
    ].map(([text = "", messageId = ""]) => ({
      name: `impossible: ${text}`,
      text: dated(text),
      findings: [{ messageId, text, severity: "error" as const }],
    })),
    {
      name: "a wrong weekday",
      text: dated("Wed, 01 Mar 2022 08:20:30 GMT"),
      findings: [{ messageId: "weekday", text: "Wed, 01 Mar 2022 08:20:30 GMT" }],
      suggested: [dated("Tue, 01 Mar 2022 08:20:30 GMT")],
    },
    {
      name: "a wrong weekday, written out and quoted",
      text: dated('"Wednesday, March 1, 2022"'),
      findings: [{ messageId: "weekday", text: '"Wednesday, March 1, 2022"' }],
      suggested: [dated('"Tuesday, March 1, 2022"')],
    },
    {
      name: "TOML, which its parser refuses for the same reason",
      text: '+++\ndate = "2022-02-30"\n+++\n',
      findings: [{ messageId: "day", text: '"2022-02-30"' }],
    },
  ],
});
