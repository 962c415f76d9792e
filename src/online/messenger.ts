import type { OnlineEnvironment, OnlineSettings } from "./contract.js";
import type { Answer, Exchange } from "./exchange.js";
import { type Failure, failureOf } from "./failure.js";
import { Gate } from "./gate.js";
import { retryAfter } from "./retry-after.js";

/** So many failures in a row, and a host is left alone until the second pass. */
const SILENT_AFTER = 6;

/** How long a host is left alone that limits requests and does not say for how long. */
const UNNAMED_PAUSE_MS = 1_000;

/** What a closed host's further addresses get. */
class ClosedHostError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.detail);
    this.name = "ClosedHostError";
    this.failure = failure;
  }
}

export type Reply = { readonly answer: Answer } | Failure;

/** Sends requests through the gate, and learns from the answers how each host wants to be treated. */
export class Messenger {
  readonly #gate: Gate;
  readonly #exchange: Exchange;
  readonly #settings: OnlineSettings;
  readonly #environment: OnlineEnvironment;
  /** Failures in a row, by host. */
  readonly #silences = new Map<string, number>();
  /** Hosts that are left alone because they were silent. */
  readonly #silent = new Set<string>();
  #patience = SILENT_AFTER;

  constructor(exchange: Exchange, settings: OnlineSettings, environment: OnlineEnvironment) {
    this.#gate = new Gate(settings, environment);
    this.#exchange = exchange;
    this.#settings = settings;
    this.#environment = environment;
  }

  /** One request; `isBegun` when others for the same link went before. Rejects only when the run is ended. */
  async send(
    url: URL,
    method: "HEAD" | "GET",
    headers: Readonly<Record<string, string>>,
    isBegun: boolean,
  ): Promise<Reply> {
    const host = url.hostname;
    try {
      return await this.#gate.pass(host, isBegun, async () => {
        const reply = await this.#ask(url, method, headers);
        this.#learn(host, reply);
        return reply;
      });
    } catch (error) {
      if (error instanceof ClosedHostError) return error.failure;
      throw error;
    }
  }

  /** For the second pass: slowly, and hosts that were silent get another chance, a shorter one. */
  beginSecondPass(): void {
    this.#gate.slowDown();
    this.#patience = 2;
    this.#silences.clear();
    for (const host of this.#silent) this.#gate.reopen(host);
    this.#silent.clear();
  }

  async #ask(
    url: URL,
    method: "HEAD" | "GET",
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply> {
    try {
      return { answer: await this.#exchange.ask(url, method, headers) };
    } catch (error) {
      this.#environment.signal?.throwIfAborted();
      return failureOf(error, this.#settings.timeoutMs);
    }
  }

  #learn(host: string, reply: Reply): void {
    if (!("answer" in reply)) {
      if (!reply.isPassing) return;
      const silences = (this.#silences.get(host) ?? 0) + 1;
      this.#silences.set(host, silences);
      const isSilent = silences >= this.#patience;
      if (isSilent && this.#gate.close(host, new ClosedHostError(reply))) this.#silent.add(host);
      return;
    }
    this.#silences.delete(host);
    if (this.#silent.delete(host)) this.#gate.reopen(host);
    const pause = this.#pauseAfter(reply.answer);
    if (pause !== undefined && !this.#gate.pause(host, pause)) {
      const detail = "the host asks for too long a wait";
      this.#gate.close(
        host,
        new ClosedHostError({ reason: "rate-limited", detail, isPassing: false }),
      );
    }
  }

  #pauseAfter({ status, headers }: Answer): number | undefined {
    if (status !== 429 && status !== 503) return undefined;
    const asked = retryAfter(headers["retry-after"], this.#environment.now());
    return asked ?? (status === 429 ? UNNAMED_PAUSE_MS : undefined);
  }
}
