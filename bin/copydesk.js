#!/usr/bin/env node
import module from "node:module";
import process from "node:process";
import { setFlagsFromString } from "node:v8";

/**
 * How much a function must run before V8 optimises it, by V8's major version. A run lasts seconds and has thousands of
 * functions, so with V8's own measure the optimiser takes a third of the processor's time: three times the measure
 * saves a quarter of it (docs/performance.md). V8 complains about flags that it does not know, so a version that was not
 * measured keeps its own.
 */
const PATIENCE = {
  11: "--interrupt-budget=400000",
  12: "--invocation-count-for-turbofan=9000",
  13: "--invocation-count-for-turbofan=9000",
};
/**
 * How much the heap may grow before V8 looks for garbage, in percent of what is alive. V8's own measure is up to 300 where the
 * machine has memory; this takes a third less memory for a twentieth more time (docs/performance.md).
 */
const GROWTH = "--heap-growing-percent=100";

/**
 * V8 compiles a pattern to bytecode first and to machine code when it is used again. Most patterns here are used again, and the
 * tables' long ones take three times as long to become bytecode: no use in bytecode is waited for (docs/performance.md).
 * Patterns that are bytecode already are compiled at their next use; with `--no-regexp-tier-up` V8 would call them as if
 * they were machine code.
 */
const PATTERNS = "--regexp-tier-up-ticks=0";

const patience = PATIENCE[Number.parseInt(process.versions.v8, 10)];
if (patience !== undefined) {
  setFlagsFromString(patience);
  setFlagsFromString(GROWTH);
  setFlagsFromString(PATTERNS);
}

// Node 22 and later keep compiled code between runs.
module.enableCompileCache?.();
const { runProcess } = await import("../dist/cli.js");
await runProcess(process);
