import { neutralise } from "../text/neutralise.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A text for the content or an attribute of XML 1.0; characters that XML cannot hold are shown as `\u{…}`. */
export function escapeXml(text: string): string {
  return neutralise(text)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")
    .replace(/[\u{fffe}\u{ffff}]/gu, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** The start of a tag with its attributes, without its closing bracket. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value))}"`,
  );
  return `<${name}${written.join("")}`;
}

/** Lines of a text as content, each on its own line. */
export function content(lines: readonly string[]): string {
  return lines.map(escapeXml).join("\n");
}
