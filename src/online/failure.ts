import type { ExternalReason } from "../rule/external.js";

/** Why no answer came. */
export interface Failure {
  readonly reason: ExternalReason;
  readonly detail: string;
  /** Whether asking again may help. */
  readonly isPassing: boolean;
}

/** Thrown instead of connecting to an address that may not be asked. */
export class PrivateAddressError extends Error {
  readonly address: string;

  constructor(hostname: string, address: string) {
    super(`${hostname} leads to the private address ${address}`);
    this.name = "PrivateAddressError";
    this.address = address;
  }
}

/** Certificates that name another host; what else is wrong with one a browser may well accept. */
const WRONG_NAME = new Set(["ERR_TLS_CERT_ALTNAME_INVALID"]);

/** Says what an error of a request means. */
export function failureOf(error: unknown, timeoutMs: number): Failure {
  const chain = causesOf(error);
  const refused = chain.find((one) => one instanceof PrivateAddressError);
  if (refused !== undefined)
    return { reason: "private-address", detail: refused.message, isPassing: false };
  const codes = chain.flatMap((one) => codeOf(one) ?? []);
  const has = (...names: readonly string[]): boolean => codes.some((code) => names.includes(code));
  if (has("ENOTFOUND"))
    return { reason: "no-such-host", detail: "the host does not exist", isPassing: true };
  if (codes.some((code) => WRONG_NAME.has(code)))
    return {
      reason: "bad-certificate",
      detail: "its certificate is for another host",
      isPassing: false,
    };
  const isTimeout =
    has(
      "UND_ERR_CONNECT_TIMEOUT",
      "UND_ERR_HEADERS_TIMEOUT",
      "UND_ERR_BODY_TIMEOUT",
      "ETIMEDOUT",
    ) || chain.some((one) => one.name === "TimeoutError");
  if (isTimeout)
    return { reason: "timeout", detail: `no answer in ${timeoutMs / 1000} s`, isPassing: true };
  const [code = "no connection"] = codes;
  return { reason: "connection", detail: `the connection failed (${code})`, isPassing: true };
}

/** An error and what it says caused it. */
function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (
    let current: unknown = error;
    current instanceof Error && chain.length < 10;
    current = current.cause
  ) {
    chain.push(current);
    if (current instanceof AggregateError)
      for (const one of current.errors) if (one instanceof Error) chain.push(one);
  }
  return chain;
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
