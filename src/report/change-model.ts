import * as z from "zod";

const count = z.int().min(0);

const silencedSchema = z
  .strictObject({
    kind: z
      .enum(["rule", "gate", "article", "baseline", "directive", "settings"])
      .describe(
        "`rule`: it is off or less grave; `gate`: a limit lets more pass; `article`: it is not checked any more; `baseline`: known findings were added; `directive`: one silences a finding; `settings`: those of before cannot be read.",
      ),
    what: z.string().describe("The same as a sentence."),
    rule: z.string().optional(),
    path: z.string().optional(),
    line: z.int().min(1).optional(),
    count: count.describe("How many articles or findings it is about."),
  })
  .meta({
    id: "Silenced",
    description: "Something that the change keeps copydesk from reporting.",
  });

export const changeSchema = z
  .strictObject({
    kind: z.enum(["since", "staged", "dirty"]).describe("The option that asked for it."),
    base: z.string().describe("The revision that it is compared with, as given."),
    commit: z.string().optional().describe("The commit that it starts from."),
    articles: count.describe("Changed articles that were checked."),
    gone: count.describe("Deleted and renamed files."),
    new: count.describe("Findings that were not there before; only they can fail the run."),
    carried: count.describe("Findings that were there before; they are in `known` of the files."),
    fixed: count.describe("Findings of before that are gone."),
    outside: count
      .optional()
      .describe("New findings that are not on lines of the change; only with `--changed-lines`."),
    silenced: z.array(silencedSchema),
  })
  .meta({ id: "Change", description: "How the findings compare with those before a change." });

export type ReportChange = z.infer<typeof changeSchema>;
export type ReportSilenced = ReportChange["silenced"][number];
