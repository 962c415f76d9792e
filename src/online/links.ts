import type { ExternalRequest } from "../rule/external.js";

/** An address without its fragment, asked once for all who name it. */
export interface Link {
  /** Without fragment. */
  readonly url: URL;
  readonly expectsImage: boolean;
  /** Fragments to look for, as written and without `#`; none when they are not looked for. */
  readonly fragments: readonly string[];
  /** The requests that this link answers. */
  readonly requests: readonly ExternalRequest[];
}

/** The distinct addresses of requests, in order; requests that are no web address are left out. */
export function linksOf(
  requests: readonly ExternalRequest[],
  seeksFragments: boolean,
): readonly Link[] {
  const groups = new Map<string, ExternalRequest[]>();
  for (const request of requests) {
    const href = addressOf(request.url)?.href;
    if (href !== undefined) groups.set(href, [...(groups.get(href) ?? []), request]);
  }
  return [...groups].map(([href, group]) => {
    const fragments = new Set(group.map((request) => fragmentOf(request.url)));
    fragments.delete("");
    return {
      url: new URL(href),
      expectsImage: group.some(({ expects }) => expects === "image"),
      fragments: seeksFragments ? [...fragments].toSorted() : [],
      requests: group,
    };
  });
}

/** The fragment of an address, as written and without `#`. */
export function fragmentOf(url: string): string {
  const at = url.indexOf("#");
  return at === -1 ? "" : url.slice(at + 1);
}

function addressOf(text: string): URL | undefined {
  try {
    const url = new URL(text);
    url.hash = "";
    url.username = "";
    url.password = "";
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
