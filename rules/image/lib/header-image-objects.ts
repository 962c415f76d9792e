import { type FrontMatter, HEADER_FIELDS, type Range } from "../../../src/rules.js";

const NAMES: ReadonlySet<string> = new Set(
  Object.values(HEADER_FIELDS).flatMap((names: readonly string[]) =>
    names.flatMap((name) => (name.includes(".") ? [] : [fold(name)])),
  ),
);
const ADDRESS = /^(?:src|url|path|image|file)$/i;
const TEXT = /alt|caption|title|label|description|text|credit/i;

/** Image keys whose value is an object (`image: { path: … }`) with a URL but nothing that could serve as alt text. */
export function unnamedImageObjects(
  frontMatter: FrontMatter | undefined,
): readonly { readonly field: string; readonly range: Range }[] {
  return (frontMatter?.entries ?? []).flatMap((entry) => {
    const [key] = entry.path;
    const value = entry.value;
    if (entry.path.length !== 1 || typeof key !== "string" || !NAMES.has(fold(key))) return [];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    const members = Object.entries(value);
    const address = members.find(([name, member]) => ADDRESS.test(name) && isAddress(member))?.[0];
    if (address === undefined || members.some(([name]) => TEXT.test(name))) return [];
    const beside = new Set(Object.keys(frontMatter?.data ?? {}).map(fold));
    if (beside.has(fold(`${key}alt`)) || beside.has(fold(`${key}alttext`))) return [];
    const range = frontMatter?.rangeOfValue([key, address]) ?? entry.valueRange;
    return [{ field: key, range }];
  });
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" && /[./]/.test(value);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}
