import * as z from "zod";
import { reportSchema } from "./model.js";

const ID =
  "https://raw.githubusercontent.com/copydesk/copydesk/main/docs/schemas/report.schema.json";

/** The JSON Schema (draft 2020-12) of the JSON report, as published under `docs/schemas`. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, { target: "draft-2020-12" });
  return { $schema, $id: ID, title: "copydesk report, version 1", ...rest };
}
