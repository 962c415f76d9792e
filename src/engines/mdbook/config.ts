import * as z from "zod";
import type { SiteTable } from "../../facts/site-settings.js";

/** The members of a `book.toml` that decide addresses. */
export interface BookConfig {
  /** Folder of the chapters. */
  readonly src: string;
  /** Whether a build writes files that the summary names and that are not there. */
  readonly createsMissing: boolean;
  readonly hasPrint: boolean;
  readonly redirects: Readonly<Record<string, string>>;
  /** Whether a program of the site itself changes the chapters before they are rendered. */
  readonly hasOwnPreprocessor: boolean;
}

const flag = z.boolean().catch(true);

const schema = z.object({
  book: z.object({ src: z.string().catch("src") }).catch({ src: "src" }),
  build: z.object({ "create-missing": flag }).catch({ "create-missing": true }),
  output: z
    .object({
      html: z
        .object({
          print: z.object({ enable: flag }).catch({ enable: true }),
          redirect: z.record(z.string(), z.string()).catch({}),
        })
        .catch({ print: { enable: true }, redirect: {} }),
    })
    .catch({ html: { print: { enable: true }, redirect: {} } }),
  preprocessor: z.record(z.string(), z.unknown()).catch({}),
});

const commandSchema = z.object({ command: z.string() });

/** Those that others wrote are called `mdbook-…`, as is the command of one that names none. */
function isOwn(options: unknown): boolean {
  const { success, data } = commandSchema.safeParse(options);
  return success && !/^(?:\S*[\\/])?mdbook-\S+$/.test(data.command.trim().split(/\s/, 1)[0] ?? "");
}

export function readBook(config: SiteTable): BookConfig {
  const { book, build, output, preprocessor } = schema.parse(config);
  return {
    src: book.src,
    createsMissing: build["create-missing"],
    hasPrint: output.html.print.enable,
    redirects: output.html.redirect,
    hasOwnPreprocessor: Object.values(preprocessor).some(isOwn),
  };
}
