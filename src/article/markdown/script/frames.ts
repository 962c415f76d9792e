/** What comes next in code: an operand (`/` begins a regular expression), an operator, or one of them. */
export type Expected = "operand" | "operator" | "either";

/** Something that is open: brackets, a template literal, a tag, the children of an element. */
export interface Frame {
  readonly kind: "program" | "{" | "(" | "[" | "`" | "tag" | "closing tag" | "children";
  /** What comes after it. */
  readonly after: Expected;
  /** Parts of the statement that goes on, each of which may be inside of the one before. */
  statement: number;
  /** The same of the expression. */
  expression: number;
  /** The statement before the last semicolon: `else` goes on with it. */
  finished: number;
  /** Whether decorators were seen, after which names may be next to each other. */
  isDecorated: boolean;
}

/** An open bracket takes its parser as much of the stack as so many operators. */
const WEIGHT = 8;

/** Brackets inside one another that code may have, and eight times as many operators. */
export const MAXIMUM_NESTING = 500;

/** What is open at one place of code, and how much of its parser's stack that takes at most. */
export class Frames {
  readonly #frames: Frame[];
  #weight: number;

  constructor(frames: readonly Frame[] = [], weight = 0) {
    this.#frames = frames.map((frame) => ({ ...frame }));
    this.#weight = weight;
  }

  get top(): Frame | undefined {
    return this.#frames.at(-1);
  }

  get isTooDeep(): boolean {
    return this.#weight > WEIGHT * MAXIMUM_NESTING;
  }

  open(kind: Frame["kind"], after: Expected): void {
    this.#frames.push({
      kind,
      after,
      statement: 0,
      expression: 0,
      finished: 0,
      isDecorated: false,
    });
    this.#weight += WEIGHT;
  }

  /** Closes what is open at the top, and counts it as a part of what is around it. */
  close(): Frame | undefined {
    const closed = this.#frames.pop();
    if (closed === undefined) return undefined;
    this.#weight -= WEIGHT + closed.statement + closed.expression;
    this.count("expression");
    return closed;
  }

  count(part: "statement" | "expression"): void {
    const { top } = this;
    if (top === undefined) return;
    top[part]++;
    this.#weight++;
  }

  /** A comma: what follows is not inside of the expression before. */
  endExpression(): void {
    const { top } = this;
    if (top === undefined) return;
    this.#weight -= top.expression;
    top.expression = 0;
  }

  endStatement(): void {
    const { top } = this;
    if (top === undefined) return;
    this.endExpression();
    top.finished = top.statement;
    this.#weight -= top.statement;
    top.statement = 0;
  }

  /** An `else` right after a semicolon. */
  resumeStatement(): void {
    const { top } = this;
    if (top === undefined) return;
    top.statement += top.finished;
    this.#weight += top.finished;
  }

  copy(): Frames {
    return new Frames(this.#frames, this.#weight);
  }
}
