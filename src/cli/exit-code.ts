/** What the exit code of a run means. */
export const ExitCode = {
  /** Nothing at or above the gate. */
  clean: 0,
  /** Findings at or above the gate. */
  findings: 1,
  /** Wrong usage or config, or a path that does not exist. */
  usage: 2,
  /** An internal error, or something went unchecked. */
  internal: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
