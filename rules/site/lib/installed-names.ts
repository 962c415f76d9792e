import { type Article, codeBlockOf, type Range } from "../../../src/rules.js";

/** A command that installs a package. */
const INSTALL =
  /^[ \t]*(?:[$>%#] )?(?:sudo )?(?:(?:npm|pnpm) (?:install|i|add)|(?:yarn|bun|cargo|deno|composer) (?:global )?(?:add|install|require)|pip3? install|gem install|go (?:get|install)|brew install)(?=[ \t])/;
/** A name among its arguments. */
const NAME = /(?<=[ \t])(?!-)(?:@[\w.-]+\/)?[\w.-]+(?:\/[\w.-]+)*(?=$|[@\s])/g;

/** The packages that the commands in the code blocks of an article install. */
export function installedNames(
  article: Article,
): readonly { readonly name: string; readonly range: Range }[] {
  return article.elements.flatMap((element) => {
    if (element.tagName !== "pre") return [];
    const block = codeBlockOf(article, element);
    return (block?.lines ?? []).flatMap(({ text, start }) => {
      const command = INSTALL.exec(text)?.[0];
      if (command === undefined) return [];
      const rest = text.slice(command.length);
      return [...rest.matchAll(NAME)].map(({ 0: name, index }) => {
        const at = start + command.length + index;
        return { name, range: { start: at, end: at + name.length } };
      });
    });
  });
}
