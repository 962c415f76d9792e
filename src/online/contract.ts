import type { ExternalVerdict } from "../rule/external.js";

/** How one host is asked, where it differs from the others. */
export interface OnlineHost {
  /** Sent to this host only. `env:NAME` stands for the value of an environment variable; when it is not set, or `NAME_HOSTS` does not name the host, the header is left out. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Never ask this host. */
  readonly skip?: boolean | undefined;
  readonly spacingMs?: number | undefined;
  readonly concurrency?: number | undefined;
  readonly userAgent?: string | undefined;
}

/** How external addresses are asked. */
export interface OnlineSettings {
  /** Requests under way at one host at once. */
  readonly concurrency: number;
  /** Least time between the starts of two requests to one host. */
  readonly spacingMs: number;
  /** Requests under way at all hosts at once. */
  readonly total: number;
  /** Until a connection stands: name, TCP and TLS together. */
  readonly connectTimeoutMs: number;
  /** For one request as a whole, its connection and body included. */
  readonly timeoutMs: number;
  /** Further tries after a failure that may pass. */
  readonly retries: number;
  /** The longest that all `Retry-After` of one host are waited for together. */
  readonly retryAfterLimitMs: number;
  /** For all requests of a run together; what was not asked by then is unknown. */
  readonly deadlineMs: number;
  readonly maxRedirects: number;
  readonly userAgent: string;
  /** Look for `#fragments` in the pages. */
  readonly fragments: boolean;
  /** Ask private, loopback and other special addresses too. */
  readonly allowPrivate: boolean;
  /** Ask the Wayback Machine for a copy of every broken address. */
  readonly suggestArchive: boolean;
  /** Hosts (`example.org`, `*.example.org`) or addresses (`https://example.org/private/*`) that are never asked; `*` stands for any characters. */
  readonly skip: readonly string[];
  /** By host name; `*.example.org` is every host below it. The longest name that fits counts. */
  readonly hosts: Readonly<Record<string, OnlineHost>>;
  /** Answer from the cache alone, ask nobody. */
  readonly offline?: boolean | undefined;
}

/** What counts when nothing is configured. */
export const DEFAULT_ONLINE_SETTINGS: OnlineSettings = {
  concurrency: 2,
  spacingMs: 250,
  total: 32,
  connectTimeoutMs: 10_000,
  timeoutMs: 20_000,
  retries: 2,
  retryAfterLimitMs: 120_000,
  deadlineMs: 600_000,
  maxRedirects: 5,
  userAgent: "copydesk (+https://github.com/copydesk/copydesk)",
  fragments: false,
  allowPrivate: false,
  suggestArchive: false,
  skip: [],
  hosts: {},
};

/** An address of a host, as DNS told it. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Everything of the outside world that the engine uses, so that tests can stand in for it. */
export interface OnlineEnvironment {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends after that time; rejects as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Every address of a host name; rejects with Node's DNS error codes (`ENOTFOUND` when there is no such name). */
  readonly resolver: (hostname: string) => Promise<readonly HostAddress[]>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of earlier verdicts. `write` should replace the file at once (atomically). */
  readonly cache?:
    | { readonly read: () => string | undefined; readonly write: (text: string) => void }
    | undefined;
  /** Ends the run at once. */
  readonly signal?: AbortSignal | undefined;
  /** Called with how many of how many addresses are judged. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** For tests: where a connection really goes once its address was found harmless. */
  readonly reach?: ((address: string) => HostAddress) | undefined;
  /** Where the archive is asked; `{url}` stands for the percent-encoded address. */
  readonly archive?: string | undefined;
}

/** What a run over external addresses told. */
export interface OnlineResult {
  /** By the address as it was requested, fragment included. Every requested address has a verdict. */
  readonly verdicts: ReadonlyMap<string, ExternalVerdict>;
  /** Whether the run was ended early; what was not asked then is unknown, `not-asked`. */
  readonly interrupted: boolean;
  /** Addresses (without fragments) that were asked. */
  readonly asked: number;
  /** Addresses (without fragments) that the cache answered. */
  readonly fromCache: number;
}
