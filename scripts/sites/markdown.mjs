/** Reads articles with parsers that copydesk does not use, so that its own mistakes do not hide themselves. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";

/** Front matter with its lines; some engines take blank lines before it. */
export const FRONT_MATTER = /^\s*(?:---[\s\S]*?\n---|\+\+\+[\s\S]*?\n\+\+\+)[^\n]*(?:\n|$)/;

/** The text with blanks in the place of the front matter. Offsets do not change. */
export const withoutFrontMatter = (text) =>
  text.replace(FRONT_MATTER, (part) => part.replace(/[^\r\n]/g, " "));

/**
 * The tree of a text of Markdown.
 *
 * @throws {Error} where it is MDX and its expressions or tags are wrong
 */
export const treeOf = (text, isMdx) =>
  fromMarkdown(text, {
    extensions: [gfm(), ...(isMdx ? [mdxjs()] : [])],
    mdastExtensions: [gfmFromMarkdown(), ...(isMdx ? [mdxFromMarkdown()] : [])],
  });

/** How many lines of a file end in a text. */
export const lineEndsIn = (text) => text.match(/\r\n?|\n/g)?.length ?? 0;
