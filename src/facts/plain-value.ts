/**
 * Values of front matter as JSON knows them. YAML and TOML have dates, large integers, sets and maps, and numbers that JSON
 * has not: each of those is written as an object with one key that begins with `$`.
 */

/** A value of front matter as JSON holds it. */
export function toJson(value: unknown): unknown {
  if (typeof value === "number") return isJsonNumber(value) ? value : { $number: nameOf(value) };
  if (typeof value === "bigint") return { $integer: String(value) };
  if (value === undefined) return { $undefined: true };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Array.from(value, toJson);
  // What is no moment has no number that JSON knows.
  if (value instanceof Date) return { $date: toJson(value.getTime()) };
  if (value instanceof Map)
    return { $map: Array.from(value, ([key, member]) => [toJson(key), toJson(member)]) };
  if (value instanceof Set) return { $set: Array.from(value, toJson) };
  const members = Object.entries(value).map(([key, member]) => [key, toJson(member)] as const);
  const [only] = members;
  if (members.length === 1 && only?.[0].startsWith("$") === true) return { $object: members };
  return Object.fromEntries(members);
}

/**
 * The value that `toJson` wrote.
 *
 * @throws {TypeError} for what it has not written
 */
export function fromJson(json: unknown): unknown {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map(fromJson);
  const members = Object.entries(json);
  const [only] = members;
  if (members.length === 1 && only?.[0].startsWith("$") === true) return special(...only);
  return Object.fromEntries(members.map(([key, member]) => [key, fromJson(member)]));
}

function special(name: string, written: unknown): unknown {
  if (name === "$undefined") return undefined;
  if (name === "$number") return Number(written);
  if (name === "$integer" && typeof written === "string") return BigInt(written);
  if (name === "$date") return new Date(Number(fromJson(written)));
  if (name === "$set") return new Set(listOf(written).map(fromJson));
  if (name === "$map") return new Map(pairsOf(written));
  if (name === "$object")
    return Object.fromEntries(pairsOf(written).map(([key, value]) => [String(key), value]));
  throw new TypeError(`Nothing is written as ${name}.`);
}

function pairsOf(written: unknown): (readonly [unknown, unknown])[] {
  return listOf(written).map((pair) => {
    const [key, value] = listOf(pair);
    return [fromJson(key), fromJson(value)];
  });
}

function listOf(written: unknown): readonly unknown[] {
  if (!Array.isArray(written)) throw new TypeError("A list is missing.");
  return written;
}

function isJsonNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function nameOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
