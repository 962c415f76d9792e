/** Does a piece of work that has a name. Whoever brings a clock can tell how long each took; the work is done either way. */
export type Measure = <Result>(part: MeasuredPart, work: () => Result) => Result;

/** The parts of checking one article that are told apart, rules aside. */
export type MeasuredPart = "front matter" | "body" | "facts";

/** Just does the work. */
export const unmeasured: Measure = (_part, work) => work();
