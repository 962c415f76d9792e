/** A piece of text as a pattern that matches just that. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
    // The flag `u` knows no `\-` outside of a class.
    character === "-" ? "\\x2d" : `\\${character}`,
  );
}

/**
 * Makes a pattern of our own around texts that stand for themselves, whatever they are:
 *
 *     patternAround("gi")`</${name}(?=[\s/>])`
 */
export function patternAround(
  flags = "",
): (parts: TemplateStringsArray, ...texts: readonly (string | number)[]) => RegExp {
  return ({ raw }, ...texts) => {
    const source = raw.map((part, index) => part + literally(String(texts[index] ?? "")));
    return new RegExp(source.join(""), flags);
  };
}
