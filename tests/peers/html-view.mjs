import { find, html, svg } from "property-information";

const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** An HTML article for tools that know no front matter: as long as the source, the front matter blank. */
export function blankFrontMatter({ source, bodyStart }) {
  const frontMatter = source.slice(0, bodyStart).replace(/[^\r\n]/g, " ");
  return frontMatter + source.slice(bodyStart);
}

/**
 * A Markdown or MDX article as HTML, every element on the line where it was written: line breaks are put in
 * until the output has come as far as the source. Columns mean nothing.
 */
export function alignedHtml(article) {
  const out = { text: "", line: 1, article };
  for (const child of article.tree.children) write(out, child, html);
  return out.text;
}

function write(out, node, schema) {
  const line = node.position?.start.line;
  if (line > out.line) put(out, "\n".repeat(line - out.line));
  if (node.type === "text") {
    // Line breaks that the parser made, between cells of a table for one, would run ahead of the source.
    const text = line === undefined ? node.value.replaceAll("\n", " ") : node.value;
    put(out, text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  } else if (node.type === "element") {
    writeElement(out, node, node.tagName === "svg" ? svg : schema);
  }
}

function writeElement(out, element, schema) {
  const { tagName, children } = element;
  // A component of MDX: nobody here knows what it renders around its children.
  const opaque = !/^[a-z][a-z0-9-]*$/.test(tagName);
  if (!opaque) put(out, `<${tagName}${attributes(written(out.article, element), schema)}>`);
  if (VOID.has(tagName)) return;
  for (const child of children) write(out, child, schema);
  if (!opaque) put(out, `</${tagName}>`);
}

/** The properties of an element, without the alignment that Markdown gives to cells of tables. */
function written(article, element) {
  const { style: _alignment, ...others } = element.properties;
  return article.originOf(element) === "markdown" ? others : element.properties;
}

function attributes(properties, schema) {
  return Object.entries(properties)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => {
      const info = find(schema, name);
      if (value === true) return ` ${info.attribute}=""`;
      const list = Array.isArray(value) ? value.join(info.commaSeparated ? ", " : " ") : value;
      const text = String(list).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
      return ` ${info.attribute}="${text.replaceAll("\n", " ")}"`;
    })
    .join("");
}

function put(out, text) {
  out.text += text;
  for (const character of text) if (character === "\n") out.line += 1;
}
