import * as z from "zod";

const texts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** One term of a house: words to replace, to avoid or to limit, or words that an article must have. */
export const termSchema = z
  .strictObject({
    find: texts
      .optional()
      .describe(
        "Words that are wrong. `*` stands for letters within a word; `\\*` is an asterisk.",
      ),
    replace: texts
      .optional()
      .describe(
        "The right words; several are offered to choose from. `*` repeats what it stood for in `find`.",
      ),
    most: z
      .int()
      .min(1)
      .optional()
      .describe("How often an article may have the words, where they are not wrong in themselves."),
    require: texts.optional().describe("Words of which each article must have one."),
    when: texts.optional().describe("Words without which `require` asks for nothing."),
    except: texts.optional().describe("Longer words and phrases in which `find` is right."),
    matchCase: z
      .boolean()
      .default(false)
      .describe("Whether upper and lower case must be as written."),
    in: z
      .array(z.enum(["text", "headings", "alt", "title", "description", "code"]))
      .default(["text", "headings", "alt", "title", "description"])
      .describe("Where to look."),
    message: z.string().min(1).optional().describe("Why the words are wrong, or are required."),
    help: z.string().min(1).optional().describe("What to do."),
    severity: z
      .enum(["info", "warn", "error"])
      .optional()
      .describe("Severity of the term's findings; that of the rule by default."),
  })
  .superRefine((term, context) => {
    const complain = (path: string, message: string): void => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    const { find, replace, most, require, when } = term;
    if ((find === undefined) === (require === undefined)) {
      complain("find", "must be there, or else `require`, but not both");
    }
    if (replace !== undefined && find === undefined) complain("replace", "needs `find`");
    if (most !== undefined && (find === undefined || replace !== undefined)) {
      complain("most", "needs `find`, without `replace`");
    }
    if (when !== undefined && require === undefined) complain("when", "needs `require`");
    if (allTexts(term).some((text) => starsOf(text) > MOST_STARS)) {
      complain(find === undefined ? "require" : "find", "may have three asterisks at most");
    }
  })
  .describe("One term.");

/** A term as a config or a file writes it, with its defaults. */
export type Term = z.output<typeof termSchema>;

/** What a file of terms holds: a list of terms, or a map from wrong words to right ones. */
export const termFileSchema = z
  .union([z.array(termSchema), z.record(z.string().min(1), z.string())])
  .transform((content): readonly Term[] =>
    Array.isArray(content)
      ? content
      : Object.entries(content).map(([find, replace]) => termSchema.parse({ find, replace })),
  );

/** Each asterisk multiplies the time that a search takes. */
const MOST_STARS = 3;

/** Unescaped asterisks. */
export const STAR = /(?<!\\)\*/g;

function starsOf(text: string): number {
  return text.match(STAR)?.length ?? 0;
}

function allTexts({
  find,
  require,
  when,
  except,
}: Pick<Term, "find" | "require" | "when" | "except">) {
  return [find, require, when, except].flatMap(listOf);
}

/** One text or several as a list. */
export function listOf(texts: string | readonly string[] | undefined): readonly string[] {
  if (texts === undefined) return [];
  return typeof texts === "string" ? [texts] : texts;
}
