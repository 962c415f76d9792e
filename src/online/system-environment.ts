import { lookup } from "node:dns/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { HostAddress, OnlineEnvironment } from "./contract.js";

/** The environment of a real run: the machine's clock, chance and DNS. The caller adds cache, signal and progress. */
export function systemEnvironment(env: OnlineEnvironment["env"]): OnlineEnvironment {
  return {
    now: Date.now,
    random: Math.random,
    resolver: resolveHost,
    env,
    sleep: async (ms, signal) => {
      await wait(ms, undefined, signal === undefined ? {} : { signal });
    },
  };
}

async function resolveHost(hostname: string): Promise<readonly HostAddress[]> {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
