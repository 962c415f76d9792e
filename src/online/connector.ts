import { isIP } from "node:net";
import { buildConnector } from "undici";
import { isPublicAddress } from "./address-policy.js";
import type { HostAddress, OnlineEnvironment, OnlineSettings } from "./contract.js";
import { PrivateAddressError } from "./failure.js";

/**
 * Connects to a host by the very addresses that were judged: the name is resolved once, every answer must be
 * public, and the connection is made to one of them, so that an answer that changes in between changes nothing.
 */
export function createConnector(
  settings: OnlineSettings,
  environment: OnlineEnvironment,
): buildConnector.connector {
  const connect = buildConnector({ timeout: settings.connectTimeoutMs, allowH2: false });
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, "");
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    addressesOf(hostname, environment)
      .then((addresses) => {
        if (!settings.allowPrivate) {
          const refused = addresses.find(({ address }) => !isPublicAddress(address));
          if (refused !== undefined) throw new PrivateAddressError(hostname, refused.address);
        }
        const servername = options.servername ?? (isIP(hostname) === 0 ? hostname : undefined);
        const tryNext = ([first, ...others]: readonly HostAddress[]): void => {
          if (first === undefined) return;
          const target = environment.reach?.(first.address) ?? first;
          connect(
            {
              ...options,
              hostname: target.address,
              port: String(port),
              ...(servername === undefined ? {} : { servername }),
            },
            (...outcome) => {
              if (outcome[0] !== null && others.length > 0) tryNext(others);
              else callback(...outcome);
            },
          );
        };
        tryNext(addresses.slice(0, 3));
      })
      .catch((error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), null);
      });
  };
}

async function addressesOf(
  hostname: string,
  environment: OnlineEnvironment,
): Promise<readonly HostAddress[]> {
  const family = isIP(hostname);
  if (family === 4 || family === 6) return [{ address: hostname, family }];
  const addresses = await environment.resolver(hostname);
  if (addresses.length === 0)
    throw Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" });
  return addresses;
}
