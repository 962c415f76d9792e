/**
 * Milliseconds until a request may be sent again, from a `Retry-After` header (RFC 9110 §10.2.3: seconds or an
 * HTTP date); undefined when there is none that can be read.
 */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
