import { configDefaults, defineConfig } from "vitest/config";

/** What takes longer but must hold for every change, too: `npm run test:slow`. */
const SLOW = [
  "tests/hostile/**/*.test.ts",
  "tests/package/**/*.test.ts",
  "tests/engines/*.test.ts",
  "tests/docs/api.test.ts",
  "tests/cli/bin.test.ts",
  "tests/corpus/**/*.test.ts",
  "tests/online/crowd.test.ts",
];

export default defineConfig({
  test: {
    // `testRule` registers its cases with the global `it`; tests import what they use themselves.
    globals: true,
    pool: "threads",
    // By default one core is left alone: on two cores that is half of them.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "quick",
          include: ["tests/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...SLOW],
          // Loading the modules afresh for each file takes three times as long as all tests; nothing is mocked.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: SLOW,
          globalSetup: "tests/engines/install.ts",
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
