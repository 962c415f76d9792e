/**
 * Writes the manifest of a built site: its addresses, and the ids of its pages.
 *
 *   node write-manifest.mjs OUTPUT MANIFEST
 *
 * Run it after each build, and name the file in the config of copydesk:
 *
 *   site:
 *     manifest: MANIFEST
 *
 * Or import `writeManifest` where your site generator says that it is done.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const SCHEMA =
  "https://raw.githubusercontent.com/copydesk/copydesk/main/docs/schemas/build-manifest.schema.json";

/** Comments, and elements whose content is text: what looks like a tag in them is none. */
const NO_TAGS =
  /<!--(?:>|->|[\s\S]*?--!?>)|(<(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>)[\s\S]*?<\/\2(?=[\s/>])/gi;

const TAG = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/**
 * Writes the manifest of a built site.
 *
 * @param {string} output folder of the built site
 * @param {string} file the manifest
 */
export function writeManifest(output, file) {
  const manifest = { $schema: SCHEMA, version: 1, routes: routesBelow(output, resolve(file)) };
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(manifest)}\n`);
  return manifest;
}

function routesBelow(output, manifest) {
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => resolve(file) !== manifest)
    .map((file) => relative(output, file).split(sep).join("/"))
    .sort()
    .map((path) => {
      const address = `/${path}`.replace(/\/index\.html?$/, "/");
      if (!/\.html?$/i.test(path)) return { address };
      return { address, ids: idsIn(readFileSync(join(output, path), "utf8")) };
    });
}

/** What fragments of a page may name: its ids, and the names of its anchors. */
export function idsIn(html) {
  const ids = new Set();
  for (const [, tag, attributes] of html.replace(NO_TAGS, "$1").matchAll(TAG)) {
    const seen = new Set();
    for (const [, written, double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      const name = written.toLowerCase();
      const value = double ?? single ?? bare ?? "";
      const isTarget = name === "id" || (name === "name" && tag.toLowerCase() === "a");
      // Of two attributes with one name, browsers take the first.
      if (isTarget && !seen.has(name) && value !== "") ids.add(decoded(value));
      seen.add(name);
    }
  }
  return [...ids];
}

function decoded(value) {
  return value.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (text, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? text;
    return String.fromCodePoint(decimal === undefined ? parseInt(hex, 16) : Number(decimal));
  });
}

const [, program = ""] = process.argv;
if (existsSync(program) && pathToFileURL(realpathSync(program)).href === import.meta.url) {
  const [output, file] = process.argv.slice(2);
  if (output === undefined || file === undefined) {
    console.error("Usage: node write-manifest.mjs OUTPUT MANIFEST");
    process.exit(2);
  }
  const { routes } = writeManifest(output, file);
  console.log(`${file}: ${routes.length} addresses.`);
}
