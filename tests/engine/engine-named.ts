import type { Engine } from "../../src/engine/engine.js";
import { engines } from "../../src/engines/index.js";

/** The built-in engine of a name. */
export function engineNamed(name: string): Engine {
  const engine = engines.get(name);
  if (engine === undefined) throw new Error(`There is no engine "${name}".`);
  return engine;
}
