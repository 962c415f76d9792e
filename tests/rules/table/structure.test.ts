import { describe } from "vitest";
import rule from "../../../rules/table/structure.js";
import { testRule } from "../../../src/testing/test-rule.js";

const html = { path: "article.html" };
const rows = "<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td><td>d</td></tr>\n";

describe("table/structure", () => {
  testRule(rule, {
    valid: [
      ...[
        `${rows}<tr><td colspan=2>e</td></tr>${rows}`,
        `${rows}<tr><td>e</td></tr>${rows}`,
        `${rows}<tr><th>a<th>b<th>c</tr>${rows}`,
        `${rows}<tr><td></td><td></td><td></td></tr>${rows}`,
        `<tr><td rowspan=3>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>${rows}`,
        `${rows}<tr><td>a<td>b<td>c</tr><tr><td>a<td>b<td>c</tr>`,
        `${rows}<tr><td>a<td>b<td rowspan=9>c</tr>`,
        `${rows}<tr><td>a<td>b<td colspan={{ x }}>c</tr>`,
        `<tr><td>a<td>b</tr><tr><td>a<td>b<td>c</tr>`,
      ].map((text, index) => ({
        name: `rows that may differ, case ${index + 1}`,
        text: `<table><tr><th>A</th><th>B</th></tr>\n${text}</table>\n`,
        ...html,
      })),
      {
        name: "headers in the first column",
        text: "<table><tr><th>a<td>b<tr><th>c<td>d</table>\n",
        ...html,
      },
      {
        name: "a scope on a cell, or a role, makes a header",
        text: `<table><tr><td scope=row>a</td><td>b</td></tr>${rows}</table><table><tr><td role=rowheader>a</td><td>b</td></tr>${rows}</table>\n`,
        ...html,
      },
      {
        name: "rows from a template or a component",
        text: `<table>{% for a in b %}${rows}{% endfor %}</table>\n`,
        ...html,
      },
      {
        name: "components in MDX",
        text: "<table><tbody><Rows /><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>\n",
        path: "article.mdx",
      },
      {
        name: "line numbers beside code",
        text: "<table><tr><td><pre>1</pre></td><td><pre>a</pre></td></tr></table>\n",
        ...html,
      },
      { name: "a hidden table", text: `<table hidden>${rows}</table>\n`, ...html },
      {
        name: "two rows of headers, each with an empty corner",
        text: "<table><tr><th></th><th>a</th></tr><tr><th></th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>\n",
        ...html,
      },
      {
        name: "headers with a control, a label, an icon, or what a template prints",
        text: "<table><tr><th>a</th><th><input></th><th aria-label=x></th><th><my-icon></my-icon></th><th>{{ b }}</th></tr><tr><td>c</td></tr></table>\n",
        ...html,
      },
      {
        name: "names of groups of rows",
        text: `<table><tr><th colspan=2>a</th></tr>${rows}<tr><th colspan=2>b</th></tr>${rows}</table>\n`,
        ...html,
      },
      {
        name: "a caption beside a cell across the table",
        text: `<table><caption>x</caption><tr><th colspan=2>a</th></tr>${rows}${rows}</table>\n`,
        ...html,
      },
      {
        name: "headers that a template names",
        text: "<table><tr><th id='{{ a }}'>a</th></tr><tr><td headers=b>b</td></tr></table>\n",
        ...html,
      },
      {
        name: "escaped bars, and cells without closing bars",
        text: "a | b\n--|--\nc\\|d | e\n`f\\|g` | h\n",
      },
      { name: "one column", text: "| a |\n|---|\nb\nc\n" },
      {
        name: "a line below a table on Jekyll",
        text: "|a|b|\n|-|-|\n|c|d|\nText\n",
        engine: "jekyll",
      },
      { name: "bars in what a template prints", text: "|a|b|\n|-|-|\n|{{ a | b }}|d|\n" },
      {
        name: "a last row with what was left of a long list in columns",
        text: `<table><tr><th>No.</th><th>Value</th><th>No.</th><th>Value</th></tr>${"<tr><th>1</th><td>a</td><th>2</th><td>b</td></tr>".repeat(3)}<tr><th>3</th><td>c</td></tr></table>\n`,
        ...html,
      },
      { name: "rows from a template", text: "|a|b|\n|-|-|\n{% for x in y %}|c|\n{% endfor %}\n" },
      { name: "nothing in the cells too many", text: "|a|b|\n|-|-|\n|c|d|||\n" },
      { name: "a table in code", text: "```\n|a|b|\n|-|-|\n|c|\n```\n" },
    ],
    invalid: [
      {
        name: "one row of several that lacks a cell, or has one too many",
        text: `<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=2>a<td>b<td>c</tr><tr><td>b<td>c</tr><tr><td>a<td colspan=2>b</tr><tr class=x><td>a<td>b</tr></table>\n<table><tr><th>A</th><th>B</th></tr>${rows}<tr class=y><td>a<td>b<td>c</tr></table>\n`,
        ...html,
        findings: [
          { messageId: "uneven", text: "<tr class=x>" },
          { messageId: "uneven", text: "<tr class=y>" },
        ],
      },
      {
        name: "short rows of all tables are filled at once, in quotations and lists too",
        text: "> |a|b|c|\n> |-|-|-|\n> |d\n\n- a|b\n  -|-\n  |c\\|\n  |d|\n",
        findings: [
          { messageId: "short", severity: "warning", text: "|d", related: ["7:3-7:7", "8:3-8:6"] },
        ],
        fixed: "> |a|b|c|\n> |-|-|-|\n> |d | | |\n\n- a|b\n  -|-\n  |c\\| | |\n  |d| |\n",
      },
      {
        name: "cells nobody sees, and bars in code that make them",
        text: "|a|b|\n|-|-|\n|c|d|e|f\n|`g|h`|i|\n|`j|k`|l|m|\n",
        findings: [
          { messageId: "long", severity: "warning", text: "|c|d|e|f" },
          { messageId: "long", text: "|`g|h`|i|" },
          { messageId: "long", text: "|`j|k`|l|m|" },
        ],
        suggested: ["|a|b|\n|-|-|\n|c|d|e|f\n|`g\\|h`|i|\n|`j|k`|l|m|\n"],
      },
      {
        name: "a line that became a row, in a quotation",
        text: "> |a|b|\n> |-|-|\n> |c|d|\n> Text\n> more\n",
        engine: "hexo",
        findings: [{ messageId: "swallowed", severity: "warning", text: "Text" }],
        suggested: ["> |a|b|\n> |-|-|\n> |c|d|\n>\n> Text\n> more\n"],
      },
      {
        name: "no headers: the first row, or the first column",
        text: "<table><tr><td>a<td>b</td><tr><td>c<td>d</table>\n",
        ...html,
        findings: [{ messageId: "noHeaders", severity: "warning", text: "<table>" }],
        suggested: ["<table><tr><th>a<th>b</th><tr><td>c<td>d</table>\n"],
      },
      {
        name: "the same in MDX",
        text: "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>\n",
        path: "article.mdx",
        findings: [{ messageId: "noHeaders", text: "<table>" }],
        suggested: [
          "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></tbody></table>\n",
        ],
      },
      {
        name: "tables in tables: the outer one arranges, the inner one is judged by itself",
        text: `<table><tr><td>\n<table>${rows}</table>\n</td></tr></table>\n`,
        ...html,
        findings: [
          { messageId: "layout", at: "1:1-1:8" },
          { messageId: "noHeaders", at: "2:1-2:8" },
        ],
      },
      {
        name: "one column of text",
        text: "<table class=x><tr><td>a</td></tr><tr><td>b</td></tr></table>\n",
        ...html,
        findings: [{ messageId: "layout", severity: "warning", text: "<table class=x>" }],
        suggested: [
          '<table role="presentation" class=x><tr><td>a</td></tr><tr><td>b</td></tr></table>\n',
        ],
      },
      {
        name: "empty headers, the corner apart",
        text: "<table><tr><th></th><th> &nbsp;</th><th><b></b></th><th>d</th></tr><tr><td>a</td></tr></table>\n",
        ...html,
        findings: [
          {
            messageId: "emptyHeader",
            severity: "warning",
            text: "<th> &nbsp;</th>",
            related: ["1:37-1:53"],
          },
        ],
      },
      {
        name: "a caption in disguise over a single row",
        text: "<table><tr><th colspan=2>a</th></tr><tr><td>b</td><td>c</td></tr></table>\n",
        findings: [{ messageId: "caption", text: "<th colspan=2>" }],
      },
      {
        name: "a caption in disguise",
        text: `<table><tr><td colspan=2>x</td></tr><tr><th>a</th><th>b</th></tr>${rows}</table>\n`,
        ...html,
        findings: [{ messageId: "caption", severity: "warning", text: "<td colspan=2>" }],
      },
      {
        name: "scopes and headers that lead nowhere",
        text: "<table><tr><th scope=Rows>a</th><th scope=all id=b>b</th></tr><tr><td headers='b c d'>x</td></tr></table>\n",
        ...html,
        findings: [
          { messageId: "scope", text: "Rows", severity: "warning" },
          { messageId: "scope", text: "all", severity: "warning" },
          { messageId: "headers", text: "b c d", severity: "warning" },
        ],
        suggested: [
          "<table><tr><th scope=row>a</th><th scope=all id=b>b</th></tr><tr><td headers='b c d'>x</td></tr></table>\n",
        ],
      },
    ],
  });
});
