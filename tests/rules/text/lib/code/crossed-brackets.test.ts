import rule from "../../../../../rules/text/code-sample.js";
import { testRule } from "../../../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;
const block = (fence: string, ...lines: string[]) =>
  `\`\`\`${fence}\n${lines.join("\n")}\n\`\`\`\n\n`;

testRule(rule, {
  valid: [
    {
      name: "brackets in strings, comments, patterns, templates and texts of JSX",
      text: block(
        "jsx",
        "const a = /[)(]/.test(b) ? ')' : `{${c}`; // ]",
        "/* (",
        "{ */",
        "return <p>It's :( here</p>;",
      ),
      variants,
    },
    {
      name: "code of Flow and of TypeScript, and declarations that come twice",
      text:
        block("js", "type A = {| b: ?string |};", "const c = (d: any);") +
        block("ts", "const a = <string>b;", "const a = <T>(c: T) => c;"),
    },
    {
      name: "code that begins or ends in the middle",
      text:
        block("js", "app.get('/', () => {", "  go();") +
        block("js", "  go();", "});") +
        block("js", "  go();", "}") +
        block("js", "{ mast: 2 });") +
        block("java", "class A {", "  void b() {") +
        block("go", "\tgo()", "}"),
      variants,
    },
    {
      name: "code that leaves something out",
      text:
        block("js", "go({", "  a: [", "    // and so on...", "});") +
        block("ts", "go({", "  a: [", "    // omitted", "});") +
        block("js", "go(a, ...", "});") +
        block("csharp", "void A() {", "  B(c, …", "}"),
      variants,
    },
    {
      name: "what the text before it calls wrong, and a change",
      text: `This is invalid:\n\n${block("js", "go((1);", "b();")}${block("js del={1}", "go((1);", "b();")}`,
    },
    {
      name: "characters, lifetimes, raw strings, branches and addresses of other languages",
      text:
        block("java", "char a = '(';", 'String b = """', "  (", '  """;') +
        block("rust", "fn a<'b>(c: &'b str) -> char { '}' }", 'let d = r#"("#;') +
        block("go", "a := `(`", "b := '{'") +
        block("c", "#if A", "if (b) {", "#else", "if (c)) {", "#endif", "}") +
        block("css", "a { background: url(b\\(c.png); }") +
        block("python", "#", "a = '''(", "'''  # )", "b = {'c': (1, 2)}"),
      variants,
    },
    {
      name: "declarations in another one, and a text of signatures",
      text:
        block("js", "function a() {", "function b() {}", "}") +
        block("rust", "mod a {", "fn b() {}", "}") +
        block("python", "Sail(a,", "  b=1)", "  c=2)"),
    },
    {
      name: "data and templates in scripts of markup",
      text:
        block("html", '<script type="text/x-template">', "<p>(</p>", "</script>") +
        block("vue", "<template>{{ a( }}</template>", "<script setup>", "go(1);", "</script>"),
    },
  ],
  invalid: [
    {
      name: "curly quotes in the same code",
      text: block("js", "go(‘a’);"),
      findings: [{ messageId: "quotes", text: "‘a’" }],
      suggested: [block("js", "go('a');")],
    },
    {
      name: "a call that a statement ends",
      text: block("ts", "moor(boats.map((one) => one.name);", "", "leave();"),
      findings: [{ messageId: "open", text: "(", at: "2:5-2:6" }],
      variants: [],
    },
    {
      name: "a bracket too many",
      text:
        block("js", "const depth = measure(tide));", "show(depth);") +
        block("js", "if (a) {", "  go(b));", "}"),
      findings: [
        { messageId: "open", text: ")" },
        { messageId: "open", text: ")" },
      ],
      variants,
    },
    {
      name: "an object and a list that are open where what is around them ends",
      text:
        block("js", "tie(rope, {", "  knot: 'bowline',", "  turns: 2,", ");") +
        block("tsx", "const a = [", "  { b: [1, 2 },", "];"),
      findings: [
        { messageId: "open", text: "{" },
        { messageId: "open", text: "[" },
      ],
      variants,
    },
    {
      name: "a function that is open where the next one begins",
      text:
        block("js", "function hoist() {", "  up(1);", "", "export function lower() {", "}") +
        block("rust", "pub fn hoist() {", "    up();", "", "fn lower() {", "}"),
      findings: [
        { messageId: "open", text: "{" },
        { messageId: "open", text: "{" },
      ],
      variants,
    },
    {
      name: "a script of markup",
      text: block("vue", "<script setup>", "const a = ref(load(1);", "</script>", "<p>:)</p>"),
      findings: [{ messageId: "open", text: "(" }],
      variants,
    },
    {
      name: "brackets of other languages that cross",
      text:
        block("java", "class A {", "  void b() {", '    c("(";', "  }", "}") +
        block("csharp", "void A() {", "  B(c));", "}") +
        block("scss", "a {", "  width: calc(1px + var(--b);", "}") +
        block("python", "a = [1, (2, 3]"),
      findings: [
        { messageId: "open", text: "(" },
        { messageId: "open", text: ")" },
        { messageId: "open", text: "(" },
        { messageId: "open", text: "(" },
      ],
      variants,
    },
  ],
});
