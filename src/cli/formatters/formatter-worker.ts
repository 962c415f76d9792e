import { parentPort, workerData } from "node:worker_threads";
import { type RunModule, runModule } from "../../config/load/import-module.js";
import type { FormatterContext } from "../../report/formatter.js";
import { neutralise } from "../../report/text/neutralise.js";
import { type FormatterReply, type FormatterTask, formatterSchema } from "./formatter-protocol.js";

/** Loads a formatter and has it make its report. */
async function formatted(task: FormatterTask): Promise<FormatterReply> {
  let module: RunModule;
  try {
    module = await runModule(task.file);
  } catch (error) {
    return failed(`cannot be loaded: ${firstLine(error)}`);
  }
  if (!module.hasDefault) return failed("has no default export");
  const formatter = formatterSchema.safeParse(module.value);
  if (!formatter.success) return failed("exports by default what defineFormatter does not return");
  try {
    const { format, mark } = formatter.data;
    const text: unknown = await format(task.report, contextOf(task));
    if (typeof text !== "string") return failed(`returns no string but ${nameOf(text)}`);
    if (typeof mark === "object" && !text.startsWith(mark.beginning))
      return failed("returns a report that does not begin with its mark");
    return { kind: "text", text: text === "" || text.endsWith("\n") ? text : `${text}\n`, mark };
  } catch (error) {
    return failed(`has thrown an error: ${firstLine(error)}`);
  }
}

function contextOf({ files, rules, ...shown }: FormatterTask): FormatterContext {
  const { color, width, maxFindings, verbose } = shown;
  return {
    color,
    width,
    maxFindings,
    verbose,
    sourceOf: (path) => files.get(path)?.source,
    displayPath: (path) => files.get(path)?.display ?? path,
    repositoryPath: (path) => files.get(path)?.repository ?? path,
    ruleInfo: (id) => rules.get(id),
    safe: neutralise,
  };
}

function failed(reason: string): FormatterReply {
  return { kind: "failed", reason };
}

function nameOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0] ?? "";
}

const task: FormatterTask = workerData;
parentPort?.postMessage(await formatted(task));
