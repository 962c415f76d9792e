import type { HoldBackReason } from "../../facts/routes.js";

/** Why an article is not published, in the words that follow its path. */
export const HOLD_BACK_REASONS: Readonly<Record<HoldBackReason, string>> = {
  draft: "is a draft",
  future: "has a date in the future",
  expired: "is past its expiry date",
  "no-page": "is never rendered as a page",
};
