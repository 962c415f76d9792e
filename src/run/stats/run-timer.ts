import type { Measure } from "../../article/measure.js";
import type { RuleSetting } from "../../lint/contract.js";
import type { ReportStats } from "../../report/model.js";
import type { Rule } from "../../rule/index.js";
import { type Counter, Stopwatch } from "./stopwatch.js";

/** The phases of a run, in their order, rules aside. */
const PHASES = [
  "config and discovery",
  "read",
  "front matter",
  "body",
  "walk",
  "facts",
  "site index",
  "report",
  "output",
] as const;

type Phase = (typeof PHASES)[number];

interface TimedRule {
  readonly rule: Rule;
  readonly check: Counter;
  readonly site: Counter;
}

/**
 * Measures a run, for `--stats`. Rules are measured by standing in for them, so that nothing in the engine knows
 * of it and a run that is not measured does no more than before.
 */
export class RunTimer {
  readonly #stopwatch: Stopwatch;
  readonly #rules = new Map<Rule, TimedRule>();
  readonly #settings = new WeakMap<readonly RuleSetting[], readonly RuleSetting[]>();
  #files = 0;

  /** @param clock milliseconds since any moment, with fractions; never goes back */
  constructor(clock: () => number) {
    this.#stopwatch = new Stopwatch(clock, PHASES[0]);
    for (const phase of PHASES) this.#stopwatch.phase(phase);
  }

  /** Books the time from now on on a phase. */
  enter(phase: Phase): void {
    this.#stopwatch.switchTo(this.#stopwatch.phase(phase));
  }

  /** Counts an article, whose checking begins now. */
  enterArticle(): void {
    this.#files += 1;
    this.enter("walk");
  }

  /** For the parts of checking one article. */
  readonly measure: Measure = (part, work) =>
    this.#stopwatch.measure(this.#stopwatch.phase(part), work);

  /** The same settings with rules that are measured. Equal settings give equal settings, and equal rules equal rules. */
  timed(settings: readonly RuleSetting[]): readonly RuleSetting[] {
    let timed = this.#settings.get(settings);
    if (timed === undefined) {
      timed = settings.map((setting) => ({ ...setting, rule: this.#timedRule(setting.rule).rule }));
      this.#settings.set(settings, timed);
    }
    return timed;
  }

  /** Everything measured so far. */
  read(): ReportStats {
    const { phases, total } = this.#stopwatch.read();
    const rules = [...this.#rules.values()].map(({ rule, check, site }) => ({
      rule: rule.id,
      checkMs: rounded(check.milliseconds),
      siteMs: rounded(site.milliseconds),
    }));
    return {
      totalMs: rounded(total),
      filesPerSecond: total > 0 ? rounded((this.#files * 1000) / total) : 0,
      phases: [...phases].map(([name, milliseconds]) => ({ name, ms: rounded(milliseconds) })),
      rules: rules.sort(
        (a, b) => b.checkMs + b.siteMs - a.checkMs - a.siteMs || (a.rule < b.rule ? -1 : 1),
      ),
    };
  }

  #timedRule(rule: Rule): TimedRule {
    let timed = this.#rules.get(rule);
    if (timed === undefined) {
      timed = timedRule(rule, this.#stopwatch);
      this.#rules.set(rule, timed);
    }
    return timed;
  }
}

function timedRule(rule: Rule, stopwatch: Stopwatch): TimedRule {
  const check: Counter = { milliseconds: 0 };
  const site: Counter = { milliseconds: 0 };
  const stand: Rule = {
    ...rule,
    check: (context) => {
      const heard = stopwatch.measure(check, () => rule.check(context));
      if (!heard) return;
      return Object.fromEntries(
        Object.entries(heard).map(([tag, hear]) => [
          tag,
          (element) => stopwatch.measure(check, () => hear(element)),
        ]),
      );
    },
    site: (context) => stopwatch.measure(site, () => rule.site(context)),
  };
  return { rule: stand, check, site };
}

/** To a thousandth. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
