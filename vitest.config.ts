import { configDefaults, defineConfig } from "vitest/config";

/** What takes longer but must hold for every change, too: `npm run test:slow`. */
const SLOW = [
  "tests/hostile/**/*.test.ts",
  "tests/package/**/*.test.ts",
  "tests/engines/*.test.ts",
  "tests/docs/api.test.ts",
  "tests/docs/engines.test.ts",
  "tests/cli/bin.test.ts",
  "tests/cli/terminal.test.ts",
  "tests/corpus/**/*.test.ts",
  "tests/online/crowd.test.ts",
];

/** `npm run test:all` is run by hand: it tries properties many times over, and every fix of real articles. */
const LONG = { RUNS: "20", ALL_FIXES: "1" };

export default defineConfig(({ mode }) => ({
  test: {
    env: mode === "long" ? LONG : {},
    // `testRule` registers its cases with the global `it`; tests import what they use themselves.
    globals: true,
    pool: "threads",
    // By default one core is left alone: on two cores that is half of them.
    maxWorkers: "100%",
    testTimeout: mode === "long" ? 1_200_000 : 20_000,
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
          testTimeout: mode === "long" ? 1_200_000 : 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
}));
