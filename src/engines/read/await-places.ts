import { createRequire } from "node:module";

// CommonJS, loaded only when a sample waits within a function, and at once.
const load = createRequire(import.meta.url);

type Babel = typeof import("@babel/parser");

const LONGEST = 20_000;
const MOST_BRACKETS = 2000;
const MISPLACED = "AwaitNotInAsyncContext";

/**
 * Where code of JavaScript or TypeScript waits within a function that is not async; none where anything else is wrong with the code, or
 * it waits outside of functions, as modules may.
 */
export function awaitsOutsideAsync(code: string): readonly number[] {
  if (code.length > LONGEST || !/\bawait\b/.test(code) || !/=>|\{/.test(code)) return [];
  // A parser that tries several readings takes long for deep code.
  if ((code.match(/[[({<]/g) ?? []).length > MOST_BRACKETS) return [];
  const { parse }: Babel = load("@babel/parser");
  try {
    const { errors } = parse(code, {
      sourceType: "module",
      plugins: ["typescript", "jsx"],
      errorRecovery: true,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      attachComment: false,
    });
    const places = (errors ?? []).flatMap((error) =>
      error.reasonCode === MISPLACED ? [error.pos] : [],
    );
    return places.length === errors?.length ? places : [];
  } catch {
    return [];
  }
}
