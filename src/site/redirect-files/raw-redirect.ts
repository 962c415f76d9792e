import type { Range } from "../../article/range.js";
import type { PatternSyntax } from "../redirect-pattern.js";

/** One redirect as a file says it. */
export interface RawRedirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
  readonly isConditional: boolean;
  /** True when it says that it holds even where a page exists (`301!`, `force = true`). */
  readonly isForced: boolean;
  readonly fromRange: Range;
  readonly toRange: Range;
  readonly syntax: PatternSyntax;
}
