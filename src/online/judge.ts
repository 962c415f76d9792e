import { STATUS_CODES } from "node:http";
import type { ExternalReason, ExternalVerdict } from "../rule/external.js";
import type { Answer } from "./exchange.js";
import { isChallenge, isLogin, isParked, isSoftNotFound } from "./page.js";
import type { Trip } from "./trip.js";

/** What is known of an address after it was asked. */
export interface Outcome {
  readonly verdict: ExternalVerdict;
  /** Whether asking again may tell more. */
  readonly isPassing: boolean;
  /** What the address, or the last of its redirects, answered. */
  readonly answer: Answer | undefined;
  readonly trip: Trip;
}

/** Failures that hold for every reader; all others may be between us and the host. */
const BROKEN_FAILURES = new Set<ExternalReason>([
  "no-such-host",
  "bad-certificate",
  "redirect-loop",
]);

/** The verdict on an address, by how the trip to it ended. */
export function judge(trip: Trip, link: URL, now: number): Outcome {
  const { end, redirects, at } = trip;
  const shared = { redirects, notes: [], checkedAt: new Date(now).toISOString() };
  if (!("answer" in end)) {
    const { reason, detail, isPassing } = end;
    const verdict = BROKEN_FAILURES.has(reason) ? "broken" : "unknown";
    return { verdict: { ...shared, verdict, reason, detail }, isPassing, answer: undefined, trip };
  }
  const { answer } = end;
  const contentType = answer.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  const judged = judgeAnswer(answer);
  return {
    verdict: {
      ...shared,
      verdict: judged.verdict,
      reason: judged.reason,
      detail: wordsOf(answer.status),
      status: answer.status,
      ...(contentType ? { contentType } : {}),
      notes: judged.verdict === "ok" ? notesOn(link, at, answer.body) : [],
    },
    isPassing: judged.isPassing ?? false,
    answer,
    trip,
  };
}

interface Judged {
  readonly verdict: ExternalVerdict["verdict"];
  readonly reason: ExternalReason;
  readonly isPassing?: boolean;
}

function judgeAnswer(answer: Answer): Judged {
  const { status, headers } = answer;
  if (isChallenge(answer)) return { verdict: "unknown", reason: "blocked" };
  if (status >= 200 && status < 300) return { verdict: "ok", reason: "answered" };
  if (status === 404 || status === 410) return { verdict: "broken", reason: "gone" };
  const isAskedToWait = status === 503 && Boolean(headers["retry-after"]);
  if (status === 429 || isAskedToWait)
    return { verdict: "unknown", reason: "rate-limited", isPassing: true };
  if (status >= 500) return { verdict: "unknown", reason: "server-error", isPassing: true };
  if (status < 400) return { verdict: "unknown", reason: "unsupported" };
  return { verdict: "unknown", reason: "blocked", isPassing: status === 408 };
}

function notesOn(link: URL, at: URL, body: string): ExternalVerdict["notes"] {
  const notes: ExternalVerdict["notes"] = [];
  if (isParked(link, at, body)) notes.push("parked");
  else if (isLogin(link, at)) notes.push("login");
  else if (isSoftNotFound(link, at)) notes.push("soft-404");
  return notes;
}

/** `404 Not Found`. */
function wordsOf(status: number): string {
  const words = STATUS_CODES[status];
  return words === undefined ? String(status) : `${status} ${words}`;
}
