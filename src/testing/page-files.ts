import type { TestFile } from "./check-texts.js";

/**
 * Reads a file in the `files=` of an example: a path, and behind bars what its bytes would tell: the size of a
 * picture in pixels, that of the file in KB (1000 bytes), its type: `img/a.png|1600x900|812KB|png`.
 *
 * @throws {Error} when a part says nothing of a file
 */
export function readExampleFile(text: string): TestFile {
  const [path = "", ...parts] = text.split("|");
  return Object.assign({ path }, ...parts.map(readPart));
}

function readPart(part: string): Omit<Exclude<TestFile, string>, "path"> {
  const size = /^(\d+)x(\d+)$/.exec(part);
  if (size !== null) return { size: { width: Number(size[1]), height: Number(size[2]) } };
  const kilobytes = /^(\d+)KB$/.exec(part)?.[1];
  if (kilobytes !== undefined) return { bytes: Number(kilobytes) * 1000 };
  if (/^[a-z]+$/.test(part)) return { type: part };
  throw new Error(`"${part}" says nothing of a file.`);
}
