/** The first number of a version; undefined where it is not known. */
export function majorOf(version: string | undefined): number | undefined {
  const major = /^\d+/.exec(version ?? "")?.[0];
  return major === undefined ? undefined : Number(major);
}
