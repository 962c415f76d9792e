export const NAMES: readonly string[];
export const ALLOWANCE: number;
export function references(): Readonly<Record<string, number>> | undefined;
export function prepare(): {
  readonly ratioOf: (name: string, enough?: number) => number;
  readonly remove: () => void;
};
