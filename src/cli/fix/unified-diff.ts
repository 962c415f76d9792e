import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { neutralise } from "../../report/text/neutralise.js";

/** The change of one file as `git apply` and `patch -p1` take it. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const name = neutralise(path);
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
