import { engines } from "./index.js";

/** Hosts of the engines' own documentation, which answer over https. */
export const ENGINE_HOSTS: readonly string[] = [...engines.values()].flatMap(({ hosts }) => hosts);
