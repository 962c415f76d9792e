/** The way from the file at one path to another path, both from one root. */
export function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}
