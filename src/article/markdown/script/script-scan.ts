import { type Expected, type Frame, Frames } from "./frames.js";
import { skipComment, skipPattern, skipString, skipTemplateText } from "./skip.js";
import { BEFORE_VALUE, CONTROL, expectedAfter, isKeyword, STATEMENT, VALUE } from "./words.js";

const SPACE = /[\s\uFEFF]*/y;
const BLANK = /[^\S\n\r\u2028\u2029]*/y;
const LINE_END = /[\n\r\u2028\u2029]/;
const NUMBER =
  /(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]+)?|\.\d[\d_]*(?:[eE][+-]?[\d_]+)?)n?/y;
const NAME =
  /(?:[\p{ID_Start}$_#]|\\u(?:\{[\da-fA-F]+\}|[\da-fA-F]{4}))(?:[\p{ID_Continue}$\u200c\u200d]|\\u(?:\{[\da-fA-F]+\}|[\da-fA-F]{4}))*/uy;
const TAG_NAME = /[\p{ID_Continue}$\-.:\u200c\u200d]+/uy;
const CHILDREN_TEXT = /[^{<]*/y;
const OPERATORS = "+-*%&|^!~?:=.,;<>@";
const CLOSES: Readonly<Record<string, Frame["kind"]>> = { ")": "(", "]": "[", "}": "{" };
/** In what looks like a regular expression: signs that would mean something were it code. */
const TELLING = /["'`(){}[\]<]/;
const TAG_START = /[\p{ID_Start}$_>\s]/u;

/** How a scan ended. */
export type ScanEnd =
  /** All was read, or something was met that no parser of JavaScript reads on after. */
  "end" | "too deep";

/**
 * Reads JavaScript with JSX from one place on and counts how much its parser would nest. Where only a grammar could tell what a sign
 * means, both is tried: `others` are scans to go on with. Linear in the text's length.
 */
export class ScriptScan {
  /** Scans that take the other meaning of a sign. */
  readonly others: ScriptScan[] = [];
  readonly #text: string;
  readonly #marks: number;
  readonly #opened: (at: number) => void;
  readonly #frames: Frames;
  #at: number;
  #expected: Expected = "operand";
  /** The last token: a word, or a punctuator. */
  #last = "";
  #isAfterLine = false;

  /**
   * @param start where an expression's opening brace is, or the first word of a module's code
   * @param marks how many `>` at the beginning of a line belong to quotes, not to the code
   * @param opened hears where braces open
   */
  constructor(
    text: string,
    start: number,
    marks: number,
    opened: (at: number) => void,
    frames?: Frames,
  ) {
    this.#text = text;
    this.#at = start;
    this.#marks = marks;
    this.#opened = opened;
    this.#frames = frames ?? new Frames();
    if (frames !== undefined) return;
    if (text[start] === "{") this.#openBrace(start);
    else this.#frames.open("program", "operand");
  }

  get at(): number {
    return this.#at;
  }

  /** Reads on until it ends. */
  run(): ScanEnd {
    while (this.#at < this.#text.length) {
      const goesOn = this.#step();
      if (this.#frames.isTooDeep) return "too deep";
      if (!goesOn) return "end";
    }
    return "end";
  }

  #step(): boolean {
    switch (this.#frames.top?.kind) {
      case undefined:
        return false;
      case "`":
        return this.#readTemplate();
      case "tag":
      case "closing tag":
        return this.#readTag();
      case "children":
        return this.#readChildren();
      default:
        return this.#readCode();
    }
  }

  #readTemplate(): boolean {
    const end = skipTemplateText(this.#text, this.#at);
    if (end === undefined) return false;
    if (this.#text[end] === "`") {
      this.#at = end + 1;
      this.#closeOperand();
    } else this.#openBrace(end + 1);
    return true;
  }

  #readChildren(): boolean {
    const at = this.#after(CHILDREN_TEXT);
    if (this.#text[at] === "{") this.#openBrace(at);
    else if (this.#text[at] === "<") this.#openTag(at);
    else this.#at = this.#text.length;
    return true;
  }

  #readTag(): boolean {
    this.#skipSpace();
    const end = skipComment(this.#text, this.#at);
    if (end === undefined) return false;
    if (end > this.#at) {
      this.#at = end;
      return true;
    }
    const sign = this.#text[this.#at];
    switch (sign) {
      case undefined:
        return true;
      case '"':
      case "'": {
        const close = this.#text.indexOf(sign, this.#at + 1);
        if (close === -1) return false;
        this.#at = close + 1;
        return true;
      }
      case "{":
        this.#openBrace(this.#at);
        return true;
      case "<":
        this.#openTag(this.#at);
        return true;
      case "=":
        this.#frames.count("expression");
        this.#at++;
        return true;
      case "/":
        return this.#readTagSlash();
      case ">":
        return this.#readTagEnd();
      default: {
        const at = this.#after(TAG_NAME);
        const isName = at > this.#at;
        this.#at = at;
        this.#frames.count("expression");
        return isName;
      }
    }
  }

  #readTagSlash(): boolean {
    this.#at++;
    const { top } = this.#frames;
    if (top?.kind === "tag" && top.expression === 0) {
      this.#frames.close();
      this.#frames.open("closing tag", "operator");
      return true;
    }
    this.#skipSpace();
    if (this.#text[this.#at] !== ">") return false;
    this.#at++;
    this.#closeOperand();
    return true;
  }

  #readTagEnd(): boolean {
    this.#at++;
    const closed = this.#frames.close();
    if (closed?.kind === "tag") {
      this.#frames.open("children", "operator");
      return true;
    }
    if (this.#frames.top?.kind !== "children") return false;
    this.#closeOperand();
    return true;
  }

  #readCode(): boolean {
    const isNewLine = this.#skipSpace();
    const end = skipComment(this.#text, this.#at);
    if (end === undefined) return false;
    if (end > this.#at) {
      this.#isAfterLine ||= isNewLine || LINE_END.test(this.#text.slice(this.#at, end));
      this.#at = end;
      return true;
    }
    const isFirst = isNewLine || this.#isAfterLine;
    this.#isAfterLine = false;
    const sign = this.#text[this.#at];
    if (sign === undefined) return true;
    if (sign === "'" || sign === '"') return this.#readString(isFirst);
    if (sign === "`") {
      this.#frames.open("`", "operator");
      this.#at++;
      return true;
    }
    const number = this.#after(NUMBER);
    if (number > this.#at) {
      if (this.#isMisplaced(isFirst)) return false;
      return this.#took(number, "0", "operator");
    }
    const name = this.#after(NAME);
    return name > this.#at ? this.#readName(name, isFirst) : this.#readSign(sign);
  }

  #readString(isFirst: boolean): boolean {
    const end = skipString(this.#text, this.#at);
    if (end === undefined || this.#isMisplaced(isFirst)) return false;
    return this.#took(end, '"', "operator");
  }

  /** Whether an operand follows another in the same line, which is the end of every parser. */
  #isMisplaced(isFirst: boolean): boolean {
    return (
      this.#expected === "operator" &&
      !isFirst &&
      this.#frames.top?.isDecorated !== true &&
      !isKeyword(this.#last)
    );
  }

  #readName(end: number, isFirst: boolean): boolean {
    const word = this.#text.slice(this.#at, end);
    if (this.#last === "." || !(isKeyword(word) || VALUE.has(word))) {
      if (this.#isMisplaced(isFirst)) return false;
      return this.#took(end, this.#last === "." ? "name" : word, "operator");
    }
    const { top } = this.#frames;
    if (word === "export" && top?.kind === "program") this.#frames.endStatement();
    if (word === "else" && this.#last === ";") this.#frames.resumeStatement();
    if (STATEMENT.has(word)) this.#frames.count("statement");
    else if (!VALUE.has(word)) this.#frames.count("expression");
    const isAwaiting = word === "await" && this.#last === "for";
    return this.#took(end, isAwaiting ? "for" : word, expectedAfter(word));
  }

  #readSign(sign: string): boolean {
    const text = this.#text;
    const at = this.#at;
    switch (sign) {
      case "{":
        this.#openBrace(at);
        return true;
      case "(":
        this.#frames.open("(", CONTROL.has(this.#last) ? "operand" : "operator");
        return this.#took(at + 1, "(", "operand");
      case "[":
        this.#frames.open("[", "operator");
        return this.#took(at + 1, "[", "operand");
      case ")":
      case "]":
      case "}": {
        if (this.#frames.top?.kind !== CLOSES[sign]) return false;
        const closed = this.#frames.close();
        return this.#took(at + 1, sign, closed?.after ?? "operator");
      }
      case "/":
        return this.#readSlash();
      case "<":
        return this.#readAngle();
      case ",":
        this.#frames.endExpression();
        return this.#took(at + 1, ",", "operand");
      case ";":
        this.#frames.endStatement();
        return this.#took(at + 1, ";", "operand");
    }
    if (!OPERATORS.includes(sign)) return false;
    this.#frames.count("expression");
    const isStep = text.startsWith("++", at) || text.startsWith("--", at);
    // After `a++` an operator follows, after `++` an operand.
    if (isStep) return this.#took(at + 2, "++", this.#expected);
    if (sign === "@" && this.#frames.top !== undefined) this.#frames.top.isDecorated = true;
    // After a spread a word is no name of a member.
    if (text.startsWith("...", at)) return this.#took(at + 3, "...", "operand");
    if (text.startsWith("=>", at)) return this.#took(at + 2, "=>", "operand");
    return this.#took(at + 1, sign, "operand");
  }

  #readSlash(): boolean {
    const end = skipPattern(this.#text, this.#at);
    if (this.#expected === "operand") {
      return end === undefined ? false : this.#took(end, "/", "operator");
    }
    if (this.#expected === "either" && end !== undefined) {
      if (TELLING.test(this.#text.slice(this.#at, end))) {
        const other = this.#fork();
        other.#took(end, "/", "operator");
      }
    }
    this.#frames.count("expression");
    return this.#took(this.#at + 1, "/", "operand");
  }

  #readAngle(): boolean {
    const isElement = TAG_START.test(this.#text[this.#at + 1] ?? "");
    if (this.#expected === "operand") {
      this.#openTag(this.#at);
      return true;
    }
    if (this.#expected === "either" && isElement) this.#fork().#openTag(this.#at);
    this.#frames.count("expression");
    return this.#took(this.#at + 1, "<", "operand");
  }

  #openBrace(at: number): void {
    const isCode = this.#frames.top?.kind !== "children" && this.#frames.top?.kind !== "tag";
    const isValue = isCode && this.#expected === "operand" && BEFORE_VALUE.has(this.#last);
    this.#opened(at);
    this.#frames.open("{", isValue ? "operator" : "either");
    this.#took(at + 1, "{", "operand");
  }

  #openTag(at: number): void {
    this.#frames.open("tag", "operator");
    this.#at = at + 1;
  }

  /** An element or a template literal ends. */
  #closeOperand(): void {
    this.#frames.close();
    this.#last = "`";
    this.#expected = "operator";
  }

  #took(end: number, last: string, expected: Expected): true {
    this.#at = end;
    this.#last = last;
    this.#expected = expected;
    return true;
  }

  #fork(): ScriptScan {
    const other = new ScriptScan(
      this.#text,
      this.#at,
      this.#marks,
      this.#opened,
      this.#frames.copy(),
    );
    other.#last = this.#last;
    this.others.push(other);
    return other;
  }

  /** Skips white space and, at the beginning of lines, the marks of quotes; says whether a line ended. */
  #skipSpace(): boolean {
    const start = this.#at;
    this.#at = this.#after(this.#marks === 0 ? SPACE : BLANK);
    if (this.#marks === 0) return LINE_END.test(this.#text.slice(start, this.#at));
    let isNewLine = false;
    while (LINE_END.test(this.#text[this.#at] ?? "")) {
      isNewLine = true;
      this.#at++;
      for (let marks = 0; marks <= this.#marks; marks++) {
        this.#at = this.#after(BLANK);
        if (marks < this.#marks && this.#text[this.#at] === ">") this.#at++;
      }
    }
    return isNewLine;
  }

  #after(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text) ? pattern.lastIndex : this.#at;
  }
}
