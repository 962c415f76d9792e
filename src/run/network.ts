import { join } from "node:path";
import type { OnlineConfig } from "../config/schema/online-schema.js";
import { version } from "../config/version.js";
import { textIn } from "../files/look.js";
import { writeGuarded } from "../files/write-file.js";
import { RefusedWrite } from "../files/write-permission.js";
import type { ExternalVerdicts } from "../lint/contract.js";
import type { ExternalRequest } from "../rule/index.js";
import { cacheFolder } from "./kept/cache-folder.js";

/** How a run asks the network. */
export interface NetworkOptions {
  readonly config: OnlineConfig;
  /** Flags over the config. */
  readonly flags: {
    readonly [Name in "fragments" | "suggestArchive" | "allowPrivate"]?: boolean | undefined;
  } & {
    readonly deadlineMs?: number | undefined;
  };
  /** Answers from the cache alone. */
  readonly offline: boolean;
  /** File that verdicts are kept in; undefined keeps none. */
  readonly cacheFile: string | undefined;
  /** The project, in which no link leads to that file. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the asking early. */
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** Hears of what went wrong without spoiling the run. */
  readonly note?: ((text: string) => void) | undefined;
}

/** What the network said, and how it was asked. */
export interface NetworkAnswers {
  readonly verdicts: ExternalVerdicts;
  /** Addresses asked over the network. */
  readonly asked: number;
  readonly fromCache: number;
  /** True when it was ended before everything was asked. */
  readonly interrupted: boolean;
}

/** Largest cache that is read, in bytes. */
const MOST_CACHED = 256 * 1024 * 1024;

/** Only variables of this kind are ever put into a header: a config may come from someone else. */
const OWN_VARIABLE = /^COPYDESK_/;

/** Asks the network for external addresses. The engine is loaded only here, and only when there is something to ask. */
export function askNetwork(
  options: NetworkOptions,
): (requests: readonly ExternalRequest[]) => Promise<NetworkAnswers> {
  return async (requests) => {
    if (requests.length === 0)
      return { verdicts: new Map(), asked: 0, fromCache: 0, interrupted: false };
    const online = await import("../online/index.js");
    const { config, flags, offline, cacheFile, root, env, signal, progress, note } = options;
    const settings = {
      ...online.DEFAULT_ONLINE_SETTINGS,
      userAgent: `copydesk/${version} (+https://github.com/copydesk/copydesk)`,
      ...given(config),
      ...given(flags),
      offline,
    };
    const own = Object.entries(env).filter(([name]) => OWN_VARIABLE.test(name));
    return online.checkExternal(requests, settings, {
      ...online.systemEnvironment(Object.fromEntries(own)),
      cache: cacheFile === undefined ? undefined : fileCache(cacheFile, root, note),
      signal,
      progress,
    });
  };
}

/** The file verdicts are kept in when none is named: in the user's folder for caches. */
export function defaultCacheFile(env: Readonly<Record<string, string | undefined>>): string {
  return join(cacheFolder(env), "links.json");
}

/** What cannot be read is no cache, and what cannot be written is asked again next time. */
function fileCache(file: string, root: string, note: NetworkOptions["note"]) {
  return {
    read: (): string | undefined => textIn(file, undefined, MOST_CACHED),
    write: (text: string): void => {
      try {
        writeGuarded(file, text, { purpose: "cache", root });
      } catch (error) {
        if (!(error instanceof RefusedWrite)) throw error;
        note?.(`The verdicts of other sites are not kept: ${error.message}`);
      }
    },
  };
}

/** The members that are set. */
function given<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> };
function given(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
