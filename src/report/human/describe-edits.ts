import type { ReportEdit } from "../model.js";
import { neutralise } from "../text/neutralise.js";
import { truncate } from "../text/wrap.js";

const QUOTED_WIDTH = 36;

/** Says in a few words what edits do: `replace "970px" with "970"`. */
export function describeEdits(edits: readonly ReportEdit[], source: string | undefined): string {
  const [edit] = edits;
  if (edit === undefined || edits.length > 1 || source === undefined) {
    return edits.length > 1 ? `${edits.length} edits` : "1 edit";
  }
  const old = source.slice(edit.start, edit.end);
  if (old === "") return `insert ${shown(edit.text)}`;
  if (edit.text === "") return `delete ${shown(old)}`;
  return `replace ${quote(old)} with ${quote(edit.text)}`;
}

function shown(text: string): string {
  return text.trim() === "" ? blank(text) : quote(text);
}

function quote(text: string): string {
  const start = text.slice(0, QUOTED_WIDTH * 8);
  return `“${truncate(neutralise(start), QUOTED_WIDTH)}”`;
}

function blank(text: string): string {
  const breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (breaks > 0) return breaks === 1 ? "a line break" : `${breaks} line breaks`;
  return text.length === 1 ? "a space" : `${text.length} spaces`;
}
