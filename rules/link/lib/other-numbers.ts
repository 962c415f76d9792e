import table from "./other-numbers.json" with { type: "json" };

const KINDS = table.kinds.map(({ text, target }) => ({
  text: new RegExp(text, "i"),
  target: new RegExp(target, "i"),
}));
/** A version with a dot, as part of a text or an address: `v7.7.1`, `1.0`. */
const VERSION = /(?<![\w.-])v?(\d+(?:\.\d+)+)(?![\w-]|\.\d)/gi;
/** Where an address names versions: tags, releases, comparisons. */
const VERSION_PLACE = /\/(?:releases\/tag|releases|tags?|tree|compare)\/([^/?#]+)\/?(?:[?#].*)?$/i;

/** What a text and an address name that has numbers, where these differ: `["7.6.0", "7.7.1"]`. */
export interface OtherNumber {
  readonly named: string;
  readonly meant: string;
}

/** Whether the text of a link names one issue, commit, standard or version, and its target another. */
export function otherNumber(text: string, target: string): OtherNumber | undefined {
  const trimmed = text.trim();
  for (const kind of KINDS) {
    const named = kind.text.exec(trimmed)?.[1];
    const meant = named === undefined ? undefined : kind.target.exec(target)?.[1];
    if (named === undefined || meant === undefined) continue;
    const [one, other] = [named.toLowerCase(), meant.toLowerCase()];
    // A commit is named by the beginning of its id.
    const isSame = /^\d{1,6}$/.test(one)
      ? Number(one) === Number(other)
      : one.startsWith(other) || other.startsWith(one);
    return isSame ? undefined : { named, meant };
  }
  const place = VERSION_PLACE.exec(target)?.[1];
  return place === undefined ? undefined : otherVersions(trimmed, place);
}

/** A text that names as many versions as the address does, one of them another. */
function otherVersions(text: string, place: string): OtherNumber | undefined {
  const named = versionsIn(text);
  const meant = versionsIn(place.replaceAll("...", " "));
  if (named.length === 0 || named.length !== meant.length) return undefined;
  const [other] = named.filter((version) => !meant.includes(version));
  const [version] = meant.filter((one) => !named.includes(one));
  if (other === undefined || version === undefined) return undefined;
  // `1.2` may stand for all of its patches.
  if (other.split(".").length !== version.split(".").length) return undefined;
  return { named: other, meant: version };
}

function versionsIn(text: string): readonly string[] {
  return [...text.matchAll(VERSION)].map(([, version = ""]) => version);
}
