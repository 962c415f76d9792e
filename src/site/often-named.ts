import { slipOf } from "./slips.js";

/** How many articles must name an address before it is taken for right, and against one that names another. */
const MANY = 10;

/** Shortest last name of such an address. */
const SHORTEST = 6;

/** Addresses of which nobody can tell what is there, by how many articles name them. */
export class OftenNamed {
  readonly #articles = new Map<string, Set<string>>();
  readonly #byFolder = new Map<string, string[]>();

  /** @param asked addresses that nobody can judge, each with an article that names it */
  constructor(asked: Iterable<{ readonly address: string; readonly from: string }>) {
    for (const { address, from } of asked) {
      const key = bare(address);
      const articles = this.#articles.get(key) ?? new Set();
      this.#articles.set(key, articles.add(from));
    }
    for (const [address, { size }] of this.#articles) {
      if (size < MANY || address.length - parentOf(address).length < SHORTEST) continue;
      const beside = this.#byFolder.get(parentOf(address)) ?? [];
      beside.push(address);
      this.#byFolder.set(parentOf(address), beside);
    }
  }

  /** The address that one misspells, in the same folder: many times as many articles name it. */
  slipOf(address: string): string | undefined {
    const key = bare(address);
    const most = this.#count(key) * MANY;
    const often = (this.#byFolder.get(parentOf(key)) ?? []).filter(
      (other) => this.#count(other) >= most,
    );
    return slipOf(key, often);
  }

  #count(address: string): number {
    return this.#articles.get(address)?.size ?? 1;
  }
}

function bare(address: string): string {
  return address.replace(/\/$/, "");
}

function parentOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/") + 1);
}
