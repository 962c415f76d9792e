#!/usr/bin/env node
import module from "node:module";
import process from "node:process";

// Node 22 and later keep compiled code between runs.
module.enableCompileCache?.();
const { runProcess } = await import("../dist/cli.js");
await runProcess(process);
