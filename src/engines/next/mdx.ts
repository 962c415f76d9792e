import type { SiteReader } from "../../engine/site-reader.js";

/** A module that hands texts to the compiler of MDX. */
const COMPILES = /["'](?:@mdx-js\/mdx|next-mdx-remote(?:-client)?(?:\/\w+)?)["']/;
/** What makes the compiler read some files as Markdown: a format, or a file that has a name. */
const CHOOSES = /\bformat\b|\bVFile\b|\bvfile\b/;
/** `mdxExtensions: [".md"]`: Markdown that the compiler is told to take for MDX. */
const NAMES_MARKDOWN = /\bmdxExtensions\s*:\s*\[[^\]]*["']\.md["']/;
/** `"page.md"`, `${path}.md`: a file of Markdown that code reads. */
const READS = /\.md["'`]/;
const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const OTHERS =
  /^(?:[._].*|node_modules|public|content|tests?|__tests__|fixtures|examples?|out|dist)$/;
const DEPTH = 3;

/**
 * Whether the code of a site compiles its Markdown as MDX: a module of its own gives texts to the compiler, which takes a
 * text without a name or a format for MDX, code reads files that end in `.md`, and no article ends in `.mdx`; or the module
 * says that Markdown is MDX.
 */
export function compilesMarkdown(
  home: string,
  content: readonly string[],
  reader: SiteReader,
): boolean {
  const modules = codeBelow(home, reader, DEPTH);
  const compilers = modules.filter((text) => COMPILES.test(text));
  if (compilers.some((text) => NAMES_MARKDOWN.test(text))) return true;
  return (
    compilers.length > 0 &&
    !compilers.some((text) => CHOOSES.test(text)) &&
    modules.some((text) => READS.test(text)) &&
    !content.some((folder) => holdsMdx(`${home}/${folder}`, reader, DEPTH))
  );
}

function codeBelow(folder: string, reader: SiteReader, depth: number): readonly string[] {
  return reader.entries(folder).flatMap(({ name, isFolder }) => {
    const path = `${folder}/${name}`;
    if (!isFolder) return CODE.test(name) ? (reader.text(path) ?? []) : [];
    return depth > 0 && !OTHERS.test(name) ? codeBelow(path, reader, depth - 1) : [];
  });
}

function holdsMdx(folder: string, reader: SiteReader, depth: number): boolean {
  return reader
    .entries(folder)
    .some(({ name, isFolder }) =>
      isFolder
        ? depth > 0 && name !== "node_modules" && holdsMdx(`${folder}/${name}`, reader, depth - 1)
        : /\.mdx$/i.test(name),
    );
}
