import rule from "../../../rules/text/code-sample.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;
const block = (fence: string, ...lines: string[]) =>
  `\`\`\`${fence}\n${lines.join("\n")}\n\`\`\`\n`;

testRule(rule, {
  valid: [
    {
      name: "await in modules, in async functions, and in code with other mistakes",
      text:
        block("js", "const a = await go();", "const b = async () => {", "  await a;", "};") +
        block("js", "const b = () => {", "  await a;", "  ...", "};"),
      variants,
    },
    {
      name: "dashes in indented prose and in what a command prints",
      text: "So:\n\n    make it short – very\n    echo a –b\n\n    The –b is new.\n",
      variants,
    },
    {
      name: "commands that end, lists of options, usages and options of the next command",
      text:
        block("sh", "curl http://a.b/", "-H", "", "curl http://a.b/ \\", "  -X POST") +
        block("sh", "docker run [OPTIONS]", "  -d run") +
        block("sh", "git log --help", "  --all    all of it") +
        block("console", "$ curl http://a.b/", "  -d, --data  what is sent") +
        block("js", "go('#a');", "const b = [", "  '#c',", "];"),
      variants,
    },
    {
      name: "indentation that the text after it calls wrong, in any language",
      text: ["Το `mug` έχει λανθασμένη εσοχή.", "Die Einrückung ist falsch.", "这里缩进错误。"]
        .map(
          (after) =>
            `Output:\n\n\`\`\`yaml\nboat:\n  drink: tea\n    mug: true\n\`\`\`\n\n${after}\n\n`,
        )
        .join(""),
      variants: ["crlf", "bom"],
    },
    {
      name: "a string that its name calls bad",
      text: "```js\nconst badString2 = 'This is a test;\n```\n",
    },
    {
      name: "opening tags over several lines, and those that close themselves",
      text: '```html\n<svg>\n  <rect\n    width="1"\n    height="1" />\n  <text\n    x="1">a</text>\n  <mpath href="#a" />\n  <path\n    d="b"></path>\n</svg>\n```\n',
    },

    {
      name: "sections of which too few begin with a call of their name, and a call of no other section's name",
      text: `${["sail", "moor", "load", "turn"].map((name) => `## ${name}()\n\n\`\`\`js\n${name}();\n\`\`\`\n\n`).join("")}## stop()\n\n\`\`\`js\nsail();\n\`\`\`\n`,
    },
    {
      name: "sections of which one begins with a call of something else",
      text: `${["sail", "moor", "load", "turn", "stow"].map((name) => `## ${name}()\n\n\`\`\`js\n${name}();\n\`\`\`\n\n`).join("")}## stop()\n\n\`\`\`js\nlet a = open();\n\`\`\`\n`,
    },
    {
      name: "curly quotation marks in texts, comments, templates and what a program prints",
      text:
        block(
          "js",
          "say('It’s late');",
          'say("the boats’", "x");',
          "// f(‘x’)",
          "const t = `",
          "f(‘x’)",
          "`;",
        ) +
        block("jsx", "<p>The crew said, “aye”, and left.</p>") +
        block("js", "return (", "  <p>", "    Ropes, “nets”, sails", "  </p>", ");") +
        block("bash", "unexpected argument ‘foo’") +
        block("json", '{ "a": "“b”，c" }') +
        block("yaml", "title: “The Tide” and more", "text: |", "  名： a", "say: “hello there”") +
        block("", "redeclaration of f(‘x’)"),
      variants,
    },
    {
      name: "JSON that shows a change, by the fence or by a mark",
      text: '```json del={2} ins={3}\n{\n  "a": 1\n  "b": 2\n}\n```\n\n```json\n{\n  "a": 1 [!code --]\n  "b": 2 [!code ++]\n}\n```\n',
    },
    {
      name: "the old and the new value of one key",
      text: '```json\n{\n  "a": { "c": 1 },\n  "b": 1\n  "b": 2\n}\n```\n',
    },
    {
      name: "full-width marks in patterns and strings, and menus that are no code",
      text:
        block("js", "x.replace(/（a）/g, '；');", 'f("（"); // 好') +
        block("", "Copy", "Paste") +
        block("js", "Copy", "Paste"),
      variants,
    },
    {
      name: "JSON that leaves members out where a comma is missing, and several documents",
      text:
        block("jsonc", "{", '"a": 1', "// others", '"b": 2', "}") +
        block("json", '{"a": 1}', '{"b": 2}'),
      variants,
    },
    { name: "a tab in a text of YAML", text: block("yaml", "a: |", "  b:", "  \tc: 1"), variants },
    {
      name: "YAML that parsers take",
      text: block(
        "yaml",
        "a:",
        "- b: 1",
        "  c:",
        "    - d",
        "    - 'e:f'",
        "g: 2",
        "# x",
        " ",
        "h:",
        "   i: 3",
        "   j:",
        "     k: 4",
      ),
      variants,
    },
    {
      name: "YAML with text in blocks, and a part of a file",
      text: block("yaml", "a: |", "    b: 1", "  c: 2") + block("yaml", "    a: 1", "  b: 2"),
      variants,
    },
    {
      name: "tags that are closed, and parts of markup",
      text:
        block("html", "<main>", "</main>", "</mian>") +
        block("html", "<tide-table>", "</tide-tables>", "</tide-tables>"),
      variants,
    },
    {
      name: "quotes in a comment",
      text: block("js", "run(1); // says (“no”)", "/* f(‘a’) */"),
      variants,
    },
    {
      name: "quotes in strings",
      text: block("js", 'const a = "f(“b”)";', "const c = `", "f(“d”)", "`;"),
      variants,
    },
    {
      name: "quotes in text of markup",
      text: block("html", "<p>Say = “yes” to (“no”)</p>"),
      variants,
    },
    { name: "no language", text: block("", "f(‘a’)", "a –b c"), variants },
    {
      name: "a dash in a message",
      text: block("sh", "git commit -m 'fix –all'", "# a –b"),
      variants,
    },
    {
      name: "a here-document",
      text: block("sh", "cat <<EOF", "say –hello there", "EOF"),
      variants,
    },
    {
      name: "a second here-document, and a dash that is an argument",
      text: block("sh", "a <<X", "'", "X", "b <<EOF", "c –d", "EOF", "echo a — b"),
      variants,
    },
    {
      name: "full-width marks in a comment",
      text: block("js", "f(); // 好（a，b）", "// f（a）"),
      variants,
    },
    { name: "what tree prints", text: block("sh", ".", "├──\u00a0config"), variants },
    { name: "a joiner in a string", text: block("js", "const a = '\u200b';"), variants },
    { name: "the output of a command", text: block("bash", "$ run", "a\u00a0b –c"), variants },
    { name: "JSON with a comment", text: block("json", "{", '"a": 1, // one', "}"), variants },
    {
      name: "JSON that leaves something out",
      text: block("json", "{", '"a": [ ... ],', "}"),
      variants,
    },
    { name: "a part of JSON", text: block("json", '"a": 1,', '"b": 2,'), variants },
    {
      name: "a reader that allows commas",
      text: block('json title="tsconfig.json"', '{"a": 1,}'),
      variants,
    },
    {
      name: "JSON that is announced as wrong",
      text: `This is not valid:\n\n${block("json", '{"a": 1,}')}`,
      variants,
    },
    {
      name: "templates of Go: whole, in part, and with something left out",
      text:
        block(
          "go-html-template",
          "{{ if a }}",
          "{{/* {{ with b }} */}}",
          "c",
          "{{ else }}{{ end }}",
        ) +
        block("go-html-template", "{{ with a }}", "b") +
        block("go-html-template", "{{ with a }}", "b", "c", "..."),
      variants,
    },
    { name: "highlights", text: block("js {1,2-3}", "a", "b", "c"), variants },
    { name: "a range that ends late", text: block("js {1-9}", "a", "b", "c"), variants },
    { name: "numbers of its own", text: block("js {13} startLine=10", "a", "b", "c"), variants },
    { name: "a number in a title", text: block('js title="{13}"', "a"), variants },
    {
      name: "a checked download",
      text: block("sh", "curl -sSf https://example.org/a | sh"),
      variants,
    },
    { name: "a local server", text: block("sh", "curl http://localhost:8080/a | sh"), variants },
    {
      name: "a download that is not run",
      text: block("sh", "curl -k https://example.org/a | less"),
      variants,
    },
    { name: "an included file", text: block("js {13}", '--8<-- "a.js"'), variants },
  ],
  invalid: [
    {
      name: "a line of a command without its backslash",
      text:
        block("sh", "curl -L http://a.b/", "  -H 'a: b' \\", "  -X POST") +
        block("sh", "docker run \\", "  -d", "  --name a"),
      findings: [
        { messageId: "continuation", text: "curl -L http://a.b/" },
        { messageId: "continuation", text: "  -d" },
      ],
      variants,
    },
    {
      name: "an open string before a sign, JSON with comments, lists of instructions, and lines after the end of code of Vue",
      text:
        block("js", "go('#a)") +
        block("json", "{", '  "a": [1]', '  "b": [', "    // c", "    2", "  ]", "}") +
        block("dockerfile", "CMD [“sh”, “a”]") +
        block("", "go(“a”);") +
        block("vue{16}", "<p>{{ a }}</p>", "<p>b</p>"),
      findings: [
        { messageId: "openString", text: "'" },
        { messageId: "missingComma", text: "]" },
        { messageId: "quotes", text: "“sh”" },
        { messageId: "quotes", text: "“a”" },
        { messageId: "highlight", text: "```vue{16}" },
      ],
      variants,
    },
    {
      name: "quotes that join texts",
      text: block("js", "print(a + ‘ - ’ + b);"),
      findings: [{ messageId: "quotes", text: "‘ - ’" }],
      suggested: [block("js", "print(a + ' - ' + b);")],
    },
    {
      name: "a section that begins with a call of another one's name",
      text: `${["sail", "moor", "load", "turn", "stow"].map((name) => `## ${name}()\n\n\`\`\`js\nboat.${name}(1);\n\`\`\`\n\n`).join("")}## stop(depth)\n\n\`\`\`js\nsail();\n\`\`\`\n`,
      findings: [{ messageId: "otherSection", text: "sail" }],
    },
    {
      name: "one curly quotation mark, and a module where no language is named",
      text: block("js", "const a = require('fs’);", 'f(“x", 1);') + block("", "import a from ‘a’;"),
      variants,
      findings: [
        { messageId: "quotes", text: "'fs’" },
        { messageId: "quotes", text: "‘a’" },
      ],
    },
    {
      name: "curly quotation marks after a sentence with a denial",
      text: `It is not hard:\n\n${block("js", "f(‘a’);")}`,
      findings: [{ messageId: "quotes", text: "‘a’" }],
      suggested: [`It is not hard:\n\n${block("js", "f('a');")}`],
    },
    {
      name: "a comma after a last member, also in a change",
      text: '```json del={2} ins={3}\n{\n  "a": 1,\n  "a": 2,\n}\n```\n',
      findings: [{ messageId: "trailingComma", text: ",", at: "4:9-4:10" }],
      suggested: ['```json del={2} ins={3}\n{\n  "a": 1,\n  "a": 2\n}\n```\n'],
    },
    {
      name: "JSON with comments that lacks one comma",
      text: block("jsonc", "{", "// one", '"a": {"b": 1} "c": 2,', "}"),
      findings: [{ messageId: "missingComma", text: "}" }],
      variants,
    },
    {
      name: "a comparison, a case, and a mark behind a string of another script",
      text: block("js", "a == “b” && c", "f('好')；"),
      findings: [
        { messageId: "quotes", text: "“b”" },
        { messageId: "fullWidth", text: "；" },
      ],
      variants,
    },
    {
      name: "the head of a code box",
      text: block("python", "python", "Copy", "Edit", "print(1)"),
      findings: [{ messageId: "copyButton", text: "python\nCopy\nEdit" }],
      variants: ["bom"],
    },
    {
      name: "YAML that is indented between its levels",
      text: block("yml", "boats:", "    - name: a", "      sail: 1", "  - name: b"),
      findings: [{ messageId: "yamlIndent", text: "- name: b" }],
      variants,
    },
    {
      name: "YAML below an entry that has a value",
      text: block("yaml", "db:", "   image: postgres", "    ports:", "      - '8001:5432'"),
      findings: [{ messageId: "yamlIndent", text: "ports:" }],
      variants,
    },
    {
      name: "a closing tag with a slip",
      text: block("vue", "<template>", "  <p>a</p>", "</tempalte>"),
      findings: [{ messageId: "closingTag", text: "tempalte" }],
      suggested: [block("vue", "<template>", "  <p>a</p>", "</template>")],
      variants,
    },
    {
      name: "quotes below a here-document",
      text: block("sh", ": <<END", "it's said", "END", 'curl -d ‘{"a": 1}’'),
      findings: [{ messageId: "quotes", text: '‘{"a": 1}’' }],
      suggested: [block("sh", ": <<END", "it's said", "END", "curl -d '{\"a\": 1}'")],
      variants,
    },
    {
      name: "a dash for the hyphens that end the options",
      text: block("console", "$ npm run test — --watch"),
      findings: [{ messageId: "dash", text: "—" }],
      suggested: [block("console", "$ npm run test -- --watch")],
      variants,
    },
    {
      name: "quotes around an argument",
      text: block("js", "run(‘a b’);"),
      variants,
      findings: [{ messageId: "quotes", text: "‘a b’" }],
      suggested: [block("js", "run('a b');")],
    },
    {
      name: "quotes around the value of an option",
      text: `- item\n\n  ${block("sh", "git commit -m “Fix it”").replaceAll("\n", "\n  ").trimEnd()}\n`,
      variants,
      findings: [{ messageId: "quotes", text: "“Fix it”" }],
    },
    {
      name: "quotes around an attribute",
      text: block("html", "<p class=“a”>b</p>"),
      variants,
      findings: [{ messageId: "quotes", text: "“a”" }],
    },
    {
      name: "two dashes",
      text: block("console", "$ tar –xzf a.tgz —verbose", "a –b"),
      variants,
      findings: [{ messageId: "dash", text: "–" }],
    },
    {
      name: "full-width marks of a call",
      text: block("python", "print（1）"),
      variants,
      findings: [{ messageId: "fullWidth", text: "（" }],
    },
    {
      name: "a full-width pipe after a prompt",
      text: block("", "$ ps aux ｜ grep node"),
      variants,
      findings: [{ messageId: "fullWidth", text: "｜" }],
    },
    {
      name: "no-break spaces",
      text: block("python", "if a:", "\u00a0\u00a0b()"),
      variants,
      findings: [{ messageId: "noBreakSpace", text: "\u00a0\u00a0" }],
    },
    {
      name: "a comma after the last member, an address in a string",
      text: block("json", "{", '"a": "https://example.org/",', "}"),
      variants,
      findings: [{ messageId: "trailingComma", text: "," }],
    },
    {
      name: "await in a method that is not async",
      text: block("ts", "class A {", "  b(): number {", "    return await c;", "  }", "}"),
      variants,
      findings: [{ messageId: "await", text: "await" }],
    },
    {
      name: "dashes before options in an indented block and in a fence without a language",
      text: `So:\n\n    docker run –rm –i a\n\n${block("", "npm i –global a")}`,
      variants,
      findings: [
        { messageId: "dash", text: "–" },
        { messageId: "dash", text: "–" },
      ],
    },
    {
      name: "an end too many in a template of Go",
      text: block("go-html-template {copy=true}", "{{ if a }}", "b", "{{ end }}", "{{- end }}"),
      variants,
      findings: [{ messageId: "unevenBlocks", text: "```go-html-template {copy=true}" }],
    },
    {
      name: "a range that begins within the code and ends behind it",
      text: block("js {2,3-16}", "a", "b", "c"),
      variants,
      findings: [{ messageId: "highlightEnd", text: "```js {2,3-16}", severity: "info" }],
    },
    {
      name: "a highlight by attribute",
      text: block('py hl_lines="2 9"', "a", "b"),
      variants,
      findings: [{ messageId: "highlight", text: '```py hl_lines="2 9"' }],
    },
    {
      name: "a download over http",
      text: `Enter the following command:\n\n${block("", "wget -qO- http://example.org/a.sh | bash")}`,
      variants,
      findings: [{ messageId: "pipedHttp", text: "wget -qO- http://example.org/a.sh | bash" }],
    },
  ],
});
