import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "threads",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Child processes in a test must not print colours or pick up the caller's terminal.
    env: { NO_COLOR: "1", FORCE_COLOR: "" },
  },
});
