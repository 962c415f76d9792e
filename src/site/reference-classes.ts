import { parsedUrl } from "../article/parsed-url.js";
import type { Reference } from "../facts/facts.js";
import type { ReferenceClass } from "../rule/site-index.js";
import { splitReference } from "./own-path.js";

const FRONT_MATTER = "front-matter:";

/**
 * The classes a reference belongs to, from the narrowest to the widest: what may be read wrongly together. The
 * reference is one to the own site.
 *
 * @param path the article it stands in
 */
export function classesOf(path: string, reference: Reference): readonly ReferenceClass[] {
  const { url, from, unknown } = reference;
  if (unknown) return [{ kind: "template", name: /[\w-]+/.exec(url)?.[0] ?? "" }];
  if (from.startsWith(FRONT_MATTER))
    return [
      { kind: "front-matter", name: from.slice(FRONT_MATTER.length).replace(/\[?\d+\]?/g, "*") },
    ];
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
    const host = parsedUrl(url.startsWith("//") ? `https:${url}` : url)?.host;
    return host === undefined ? [] : [{ kind: "host", name: host }];
  }
  if (!url.startsWith("/")) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    return [
      { kind: "relative", name: folder },
      { kind: "relative", name: "" },
    ];
  }
  const [, first = "", ...rest] = splitReference(url).path.split("/");
  const wide: ReferenceClass = { kind: "root-relative", name: "" };
  return rest.length === 0 ? [wide] : [{ kind: "root-relative", name: first }, wide];
}

/** One text for each class, to count by. */
export function classKey({ kind, name }: ReferenceClass, of: "links" | "images"): string {
  return `${of}\0${kind}\0${name}`;
}
