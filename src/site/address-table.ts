import { remembered } from "../article/remembered.js";
import type { Router } from "../engine/router.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Routes } from "../facts/routes.js";
import type { HeldBackArticle } from "../rule/site-index.js";

/** Most last names that are remembered: those of a large site. */
const MOST_STEMS = 50_000;

/** The addresses of a site's articles, as a server would look them up. */
export class AddressTable {
  readonly #exact = new Map<string, string>();
  readonly #folded = new Map<string, string>();
  readonly #byName = new Map<string, string[]>();
  readonly #byFolder = new Map<string, string[]>();
  readonly #heldBack = new Map<string, HeldBackArticle>();
  readonly #uncertainNames = new Set<string>();
  /** True when most articles could be anywhere. */
  readonly mostlyUncertain: boolean;
  readonly #router: Router;
  readonly #takesSlashesOff: () => boolean;

  /** @param takesSlashesOff whether the host of the site answers `/x/` with `x.html` */
  constructor(
    articles: readonly ArticleFacts[],
    router: Router,
    routesOf: (path: string) => Routes | undefined,
    takesSlashesOff: () => boolean,
  ) {
    this.#router = router;
    this.#takesSlashesOff = takesSlashesOff;
    let uncertain = 0;
    for (const { path, route } of articles) {
      const routes = routesOf(path);
      if (routes === undefined) continue;
      if (!routes.certain) {
        uncertain++;
        for (const name of [path, route.permalink, route.slug, route.path])
          if (name !== undefined) this.#uncertainNames.add(stemOf(name));
      }
      for (const address of routes.addresses) this.#add(address, path);
      const { heldBack } = routes;
      if (heldBack === undefined) continue;
      for (const address of heldBack.addresses)
        this.#heldBack.set(address, { path, reason: heldBack.reason });
    }
    this.mostlyUncertain = uncertain * 2 > articles.length;
  }

  /** The article served at an address, or at one that the server answers in the same way. */
  at(address: string): string | undefined {
    return (
      this.#exact.get(address) ??
      this.#first(this.#sameAs(address), (same) => this.#exact.get(same))
    );
  }

  /** The article that would be served at an address if it were published. */
  heldBackAt(address: string): HeldBackArticle | undefined {
    return this.#first([address, ...slashTwins(address)], (same) => this.#heldBack.get(same));
  }

  /** The address that differs from one only in letter case. */
  inOtherCase(address: string): { readonly address: string; readonly path: string } | undefined {
    const spellings = [address, ...this.#sameAs(address)];
    const found = this.#first(spellings, (one) => this.#folded.get(one.toLowerCase()));
    const path = found === undefined ? undefined : this.#exact.get(found);
    return found === undefined || path === undefined ? undefined : { address: found, path };
  }

  /** Whether an article whose address nobody knows may be the one at an address. */
  mayBeAt(address: string): boolean {
    if (!this.mostlyUncertain && !this.mayBeNamed(address)) return false;
    return this.#router.couldShow?.(address) !== false;
  }

  /** Whether an article whose address nobody knows has the name at the end of a path. */
  mayBeNamed(path: string): boolean {
    return this.#uncertainNames.has(stemOf(path));
  }

  /** Addresses with the same last name. */
  named(address: string): readonly string[] {
    return this.#byName.get(stemOf(address)) ?? [];
  }

  /** Addresses in the same folder. */
  beside(address: string): readonly string[] {
    return this.#byFolder.get(parentOf(address)) ?? [];
  }

  /** Addresses that are answered in the same way. */
  #sameAs(address: string): readonly string[] {
    const bare = /^(.+)\/$/.exec(address)?.[1];
    const files = bare !== undefined && this.#takesSlashesOff() ? [`${bare}.html`] : [];
    return [...this.#router.sameAs(address), ...slashTwins(address), ...files];
  }

  #add(address: string, path: string): void {
    if (this.#exact.has(address)) return;
    this.#exact.set(address, path);
    this.#folded.set(address.toLowerCase(), address);
    const name = stemOf(address);
    const same = this.#byName.get(name);
    if (same === undefined) this.#byName.set(name, [address]);
    else same.push(address);
    const siblings = this.#byFolder.get(parentOf(address));
    if (siblings === undefined) this.#byFolder.set(parentOf(address), [address]);
    else siblings.push(address);
  }

  #first<Value>(
    addresses: readonly string[],
    look: (address: string) => Value | undefined,
  ): Value | undefined {
    for (const address of addresses) {
      const found = look(address);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** What stands before the last name of an address. */
function parentOf(address: string): string {
  const bare = address.replace(/\/$/, "");
  return bare.slice(0, bare.lastIndexOf("/") + 1);
}

/** `/x` and `/x/` are one page to most servers, which redirect; link/style has an opinion. */
function slashTwins(address: string): readonly string[] {
  if (address === "/") return [];
  return address.endsWith("/") ? [address.slice(0, -1)] : [`${address}/`];
}

/** The last name of a path or address, folded, without ending and date. Names beside a missing one are asked again and again. */
export const stemOf = remembered((path: string): string => {
  const parts = path.split("/").filter((part) => part !== "");
  let name = parts.at(-1) ?? "";
  if (/^(?:_?index|readme)\./i.test(name)) name = parts.at(-2) ?? "";
  return (
    name
      // The end of a version (`v1.5.0`) is no ending.
      .replace(/\.[a-z][a-z0-9]{0,7}$/i, "")
      .replace(/^\d{4}-\d\d?-\d\d?-/, "")
      .toLowerCase()
  );
}, MOST_STEMS);
