/**
 * Parses a URL (WHATWG); undefined for what is none. `URL.canParse` is no help: once hot, that of Node 20
 * refuses hosts with letters of Latin-1 (`https://münchen.example/`).
 */
export function parsedUrl(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
