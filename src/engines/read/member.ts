/** A member of a value whose type nobody knows; undefined where there is none. */
export function member(value: unknown, name: string | number): unknown {
  const holds = (typeof value === "object" && value !== null) || typeof value === "function";
  return holds ? Reflect.get(value, name) : undefined;
}
