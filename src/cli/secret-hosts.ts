import type { OnlineConfig } from "../config/schema/online-schema.js";
import { fitsHost, meantHosts } from "../online/host-settings.js";
import { UsageError } from "../run/usage-error.js";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment, with the hosts that `--secret-host` names for its variables.
 *
 * @param named `COPYDESK_NAME=host`
 * @throws {UsageError} for what is not written like that
 */
export function withSecretHosts(env: Env, named: readonly string[]): Env {
  const all = { ...env };
  for (const one of named) {
    const [, variable, host] = /^(COPYDESK_\w+)=([^\s,]+)$/.exec(one) ?? [];
    if (variable === undefined || host === undefined) {
      throw new UsageError(
        `--secret-host must be a variable and a host, not "${one}".`,
        "Write it as --secret-host COPYDESK_DOCS_AUTH=docs.example.org.",
      );
    }
    all[`${variable}_HOSTS`] = [...meantHosts(variable, all), host].join(" ");
  }
  return all;
}

/** A note for each header that a config wants to have sent and nobody trusted permits. */
export function withheldSecrets({ hosts = {} }: OnlineConfig, env: Env): readonly string[] {
  return Object.entries(hosts).flatMap(([host, { headers = {} }]) =>
    Object.entries(headers).flatMap(([header, value]) => {
      const variable = /^env:(\w+)$/.exec(value)?.[1];
      if (variable === undefined || env[variable] === undefined) return [];
      if (meantHosts(variable, env).some((meant) => fitsHost(meant, host))) return [];
      return [
        `${header} is not sent to ${host}: only --secret-host ${variable}=${host} or ${variable}_HOSTS in the environment permits it.`,
      ];
    }),
  );
}
