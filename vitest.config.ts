import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // `testRule` registers its cases with the global `it`; tests import what they use themselves.
    globals: true,
    pool: "threads",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
