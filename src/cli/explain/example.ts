import { codeLines } from "./blocks.js";
import { type Style, severityColor, wrapped } from "./style.js";

/** How a word behind an example's fence reads. */
const SETTINGS: Readonly<Record<string, (value: string) => string>> = {
  path: (value) => value,
  engine: (value) => `engine: ${value}`,
  options: (value) => `options: ${plainJson(value)}`,
  site: (value) => `site: ${plainJson(value)}`,
  schema: (value) => `schema: ${value}`,
  files: (value) => `beside it: ${value.split(",").map(nameOf).join(", ")}`,
  now: (value) => `on ${value.slice(0, 10)}`,
  complete: () => "the whole site is in view",
  unterminated: () => "without a final line ending",
};

const FINDING = /^(.+?) (error|warning|info) \S+ (.+)$/;
const ADVICE = /^ {2}(→|why:|help:|suggestion:) (.+)$/;
const LABELS: Readonly<Record<string, string>> = {
  "→": "see",
  "help:": "help",
  "suggestion:": "try",
};
const LABEL_WIDTH = 6;

/**
 * A fenced block of a rule's page as lines: an article with what is set for it, what copydesk says of it, or the text
 * afterwards.
 *
 * @param info the words behind the opening fence
 */
export function exampleLines(
  info: string,
  code: string,
  style: Style,
  indent: string,
): readonly string[] {
  const [, role, ...words] = info.split(/\s+/);
  if (role === "output") return outputLines(code, style, indent);
  const about = words.map(settingText).join("; ");
  const titles: Readonly<Record<string, string>> = {
    fixed: about === "" ? "after" : `after, ${about}`,
    external: "what other sites answer",
  };
  const title = titles[role ?? ""] ?? about;
  return [
    ...(title === "" ? [] : wrapped(title, style, indent).map((line) => style.colors.dim(line))),
    ...codeLines(code, style, indent),
  ];
}

function settingText(word: string): string {
  const at = word.indexOf("=");
  const name = at === -1 ? word : word.slice(0, at);
  return SETTINGS[name]?.(word.slice(at + 1)) ?? word;
}

/** `{ decorative: "forbid" }` for `{"decorative":"forbid"}`. */
function plainJson(json: string): string {
  return json
    .replace(/^\{(.*)\}$/, "{ $1 }")
    .replaceAll(/"([\w-]+)":/g, "$1: ")
    .replaceAll(/,(?=\w+:)/g, ", ");
}

/** `a.png|320x180|120KB` as a person writes it. */
function nameOf(file: string): string {
  const [path = "", ...parts] = file.split("|");
  return parts.length === 0 ? path : `${path} (${parts.join(", ")})`;
}

function outputLines(output: string, style: Style, indent: string): readonly string[] {
  const { colors } = style;
  const lines: string[] = [];
  for (const line of output.trimEnd().split("\n")) {
    const finding = FINDING.exec(line);
    const advice = ADVICE.exec(line);
    if (advice !== null) {
      const [, mark = "", text = ""] = advice;
      const label = LABELS[mark] ?? "";
      const hang = `${indent}  ${" ".repeat(LABEL_WIDTH)}`;
      const start = `${indent}  ${colors.green(label)}${" ".repeat(LABEL_WIDTH - label.length)}`;
      if (label === "") for (const one of wrapped(text, style, `${indent}  `)) lines.push(one);
      else
        for (const one of wrapped(mark === "→" ? startsOnly(text) : text, style, hang, start))
          lines.push(one);
    } else if (finding !== null) {
      const [, place = "", severity = "", text = ""] = finding;
      const weight = severityColor(style, severity)(severity);
      lines.push(`${indent}${colors.cyan(startsOnly(place))}  ${weight}`);
      for (const one of wrapped(text, style, `${indent}  `)) lines.push(one);
    } else lines.push(indent + colors.green("✓ ") + line);
  }
  return lines;
}

/** Places by where they begin, a file that is named twice once. */
function startsOnly(text: string): string {
  return text.replaceAll(/(\d+:\d+)-\d+:\d+/g, "$1").replace(/^(\S+) \1(?= |$)/, "$1");
}
