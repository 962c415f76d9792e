import type { z } from "zod";
import type { Rule } from "../rule/index.js";
import type { BuiltInRule } from "./built-in-rules.js";
import type { Config, ConfigSeverity, OverrideConfig, Plugin } from "./schema/schema.js";

type RulesOf<Plugins extends readonly Plugin[]> = RulesIn<Plugins[number]>;
/** A plugin that brings engines alone has no rules. */
type RulesIn<One> = One extends {
  readonly rules?: readonly (infer Known extends Rule)[] | undefined;
}
  ? "rules" extends keyof One
    ? Known
    : never
  : never;
type FamilyOf<Id extends string> = Id extends `${infer Family}/${string}` ? Family : never;
type SeverityEntry = ConfigSeverity | [ConfigSeverity];

/** Options of the rules that come with copydesk, by id. */
export type RuleOptions = {
  [One in BuiltInRule as One["id"]]?: z.input<One["options"]>;
};

/** Rules by id, with a severity or with a severity and options. */
type RuleEntries<Known extends Rule> = {
  [One in Known as One["id"]]?: SeverityEntry | [ConfigSeverity, z.input<One["options"]>];
};

/** Families (`typography/*`) and other wildcards, with a severity. */
type FamilyEntries<Family extends string> = {
  [Name in Family as `${Name}/*`]?: SeverityEntry;
} & { [Glob in `${Family}/${string}*${string}`]: SeverityEntry } & { "*"?: SeverityEntry };

/** What a config says about rules: those that come with copydesk, and those of its plugins. */
export type RulesConfig<Plugins extends readonly Plugin[] = []> = RuleEntries<
  BuiltInRule | RulesOf<Plugins>
> &
  FamilyEntries<FamilyOf<(BuiltInRule | RulesOf<Plugins>)["id"]>>;

/** A config whose rule ids, severities and options are known to the types. */
export interface TypedConfig<Plugins extends readonly Plugin[] = []>
  extends Omit<Config, "rules" | "overrides" | "plugins"> {
  rules?: RulesConfig<Plugins>;
  /** Settings for some of the articles. */
  overrides?: (Omit<OverrideConfig, "rules"> & { rules?: RulesConfig<Plugins> })[];
  /** Rules of one's own. Give them no type of their own, or their ids are not known here. */
  plugins?: Plugins;
}

/**
 * Returns the config unchanged: it only gives `copydesk.config.ts` its types. An id, severity or option that does not
 * exist is an error of the compiler.
 */
export function defineConfig<const Plugins extends Plugin[] = []>(
  config: TypedConfig<Plugins>,
): TypedConfig<Plugins> {
  return config;
}
