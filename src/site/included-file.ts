import type { SiteSettings } from "../facts/site-settings.js";
import type { Inclusion } from "../rule/site-index.js";
import type { FileLookup } from "./contract.js";
import { nearestFile } from "./nearest.js";

/** Looks for a file that an article includes. It is absent only where nothing could put it there before a build. */
export function includedFile(
  candidates: readonly string[],
  site: SiteSettings,
  files: FileLookup,
): Inclusion {
  const found = candidates.flatMap((path) => files.find(path) ?? []);
  const exact = found.find(({ path }) => candidates.some((one) => isSame(one, path)));
  if (exact !== undefined) return { verdict: "file", path: exact.path };
  const [other] = found;
  if (other !== undefined) return { verdict: "case", path: other.path };
  const [first] = candidates;
  const isInView = site.complete || site.isRepository;
  if (first === undefined || !isInView) return { verdict: "unknown" };
  if (candidates.some((path) => files.mayExist?.(path) === true)) return { verdict: "unknown" };
  return { verdict: "absent", nearest: nearestFile(first, candidates, files) };
}

function isSame(path: string, other: string): boolean {
  return path.normalize("NFC") === other.normalize("NFC");
}
