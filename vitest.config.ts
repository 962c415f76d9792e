import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // `testRule` registers its cases with the global `it`; tests import what they use themselves.
    globals: true,
    pool: "threads",
    // By default one core is left alone: on two cores that is half of them.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
