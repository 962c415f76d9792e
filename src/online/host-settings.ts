import type { OnlineHost, OnlineSettings } from "./contract.js";

/** What is configured for a host: by its name, else by the longest `*.` name above it. */
export function hostSettings(settings: OnlineSettings, hostname: string): OnlineHost {
  const names = Object.keys(settings.hosts)
    .filter((name) => fitsHost(name, hostname))
    .toSorted((first, second) => second.length - first.length);
  const name = names.find((one) => one.toLowerCase() === hostname) ?? names[0];
  return (name === undefined ? undefined : settings.hosts[name]) ?? {};
}

/** Whether a host name is the one that is named, or below it where the name begins with `*.`. */
export function fitsHost(pattern: string, hostname: string): boolean {
  const name = pattern.toLowerCase();
  return name.startsWith("*.") ? hostname.endsWith(name.slice(1)) : hostname === name;
}

/** The hosts that the environment names for a variable: a config, which a stranger may write, cannot say where secrets go. */
export function meantHosts(
  variable: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return (env[`${variable}_HOSTS`] ?? "").split(/[\s,]+/).filter((host) => host !== "");
}

/**
 * The headers that are sent with a request: what is configured for its own host and for no other. Values from the
 * environment go only to hosts that the environment names for them, and do not leave by an unencrypted hop that the link itself did not ask for.
 */
export function requestHeaders(
  url: URL,
  link: URL,
  settings: OnlineSettings,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const own = hostSettings(settings, url.hostname);
  const sent: Record<string, string> = { "user-agent": own.userAgent ?? settings.userAgent };
  const isDowngrade = link.protocol === "https:" && url.protocol === "http:";
  for (const [name, value] of Object.entries(own.headers ?? {})) {
    const variable = /^env:(\w+)$/.exec(value)?.[1];
    const isMeant =
      variable === undefined ||
      (!isDowngrade && meantHosts(variable, env).some((host) => fitsHost(host, url.hostname)));
    const text = variable === undefined ? value : isMeant ? env[variable] : undefined;
    if (text !== undefined) sent[name.toLowerCase()] = text;
  }
  return sent;
}
