/** How articles are to be changed. */
export interface FixArguments {
  /** Also makes suggestions, where a finding has exactly one. */
  readonly suggestions: boolean;
  /** Shows what would change, and writes nothing. */
  readonly diff: boolean;
  /** Reports nothing of what is left. */
  readonly only: boolean;
  /** Ids and globs; every rule when empty. */
  readonly rules: readonly string[];
}
