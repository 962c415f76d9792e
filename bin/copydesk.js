#!/usr/bin/env node
import module from "node:module";
import process from "node:process";

// Node 22 and later keep compiled code between runs.
module.enableCompileCache?.();
// A reader that stops early (`copydesk | head`) is no error.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
const { run } = await import("../dist/cli.js");
const { stdin, stdout, stderr, env } = process;
const elapsed = () => performance.now();
const onInterrupt = (listener) => process.once("SIGINT", listener);
const io = { cwd: process.cwd(), env, stdin, stdout, stderr, now: Date.now, elapsed, onInterrupt };
process.exitCode = await run(process.argv.slice(2), io);
