import type { ArticleFacts, Directive } from "../facts/facts.js";

/** Which directive silences what in a line: looked up, since a long article may have very many of both. */
export class DirectivesByLine {
  readonly #lineCount: number;
  readonly #order: ReadonlyMap<Directive, number>;
  readonly #byName = new Map<string, Directive[]>();
  /** By name, the first directive that covers each line. */
  readonly #covering = new Map<string, readonly (Directive | undefined)[]>();

  constructor({ directives, lineStarts }: Pick<ArticleFacts, "directives" | "lineStarts">) {
    this.#lineCount = lineStarts.length;
    this.#order = new Map(directives.map((directive, place) => [directive, place]));
    for (const directive of directives) {
      if (directive.kind === "enable" || directive.kind === "misspelt") continue;
      const name = directive.rules[0] ?? "*";
      const known = this.#byName.get(name);
      if (known === undefined) this.#byName.set(name, [directive]);
      else known.push(directive);
    }
  }

  /** The first directive that silences a rule in a line: by its id, by its family, or all rules. */
  first(rule: string, line: number): Directive | undefined {
    const family = `${rule.slice(0, rule.indexOf("/"))}/*`;
    let first: Directive | undefined;
    for (const name of [rule, family, "*"]) {
      const found = this.#coveringOf(name)[line];
      if (found === undefined) continue;
      if (first === undefined || this.#placeOf(found) < this.#placeOf(first)) first = found;
    }
    return first;
  }

  #placeOf(directive: Directive): number {
    return this.#order.get(directive) ?? 0;
  }

  #coveringOf(name: string): readonly (Directive | undefined)[] {
    const known = this.#covering.get(name);
    if (known !== undefined) return known;
    const directives = this.#byName.get(name) ?? [];
    const lines = directives.length === 0 ? [] : this.#painted(directives);
    this.#covering.set(name, lines);
    return lines;
  }

  /** Each line is given once, to the first that covers it; `next` leads over those that are given. */
  #painted(directives: readonly Directive[]): readonly (Directive | undefined)[] {
    const lines = new Array<Directive | undefined>(this.#lineCount + 1).fill(undefined);
    const next = lines.map((_, line) => line);
    next.push(lines.length);
    const free = (line: number): number => {
      let at = line;
      while ((next[at] ?? at) !== at) {
        next[at] = next[next[at] ?? at] ?? at;
        at = next[at] ?? at;
      }
      return at;
    };
    for (const directive of directives) {
      const last = Math.min(directive.toLine, this.#lineCount);
      for (let line = free(directive.fromLine); line <= last; line = free(line)) {
        lines[line] = directive;
        next[line] = line + 1;
      }
    }
    return lines;
  }
}

/** Whether an `enable` ends some earlier `disable`, asked of one directive after the other. */
export class Closings {
  /** The last line that earlier directives cover, by the name they give; `undefined` for all of them. */
  readonly #last = new Map<string | undefined, number>();

  /** Takes the next directive; true where it is an `enable` that ends something. */
  add({ kind, rules, fromLine, toLine }: Directive): boolean {
    const [name] = rules;
    if (kind === "enable") {
      // Without a name, it ends whatever is open.
      const last = name === undefined ? this.#last.get(ANY) : this.#last.get(name);
      return last !== undefined && last >= fromLine;
    }
    if (kind === "disable")
      for (const key of [name, ANY])
        this.#last.set(key, Math.max(toLine, this.#last.get(key) ?? 0));
    return false;
  }
}

/** Stands for the names of all directives: none is spelt like it. */
const ANY = " ";
