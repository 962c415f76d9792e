import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { bytesOf } from "../../files/look.js";
import { writeGuarded } from "../../files/write-file.js";
import { RefusedWrite } from "../../files/write-permission.js";

const NAME = "cache-key";
const LENGTH = 32;

/**
 * What proves that a cache was written by this user: a file that only the user reads, made when it is first needed, or the
 * variable `COPYDESK_CACHE_KEY`, which machines can share.
 *
 * @param folder of copydesk in the user's folder for caches
 * @returns undefined where there is none and none can be made
 */
export function cacheSecret(
  folder: string,
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Uint8Array | undefined {
  const given = env.COPYDESK_CACHE_KEY ?? "";
  if (given !== "") return createHash("sha256").update(given).digest();
  const file = join(folder, NAME);
  const known = secretIn(file);
  if (known !== undefined) return known;
  try {
    writeGuarded(file, randomBytes(LENGTH), { purpose: "cache", root });
  } catch (error) {
    if (!(error instanceof RefusedWrite)) throw error;
  }
  // Another run may have made one at the same moment: the last one counts.
  return secretIn(file);
}

function secretIn(file: string): Uint8Array | undefined {
  const bytes = bytesOf(file, LENGTH);
  return bytes?.length === LENGTH ? bytes : undefined;
}
