export { type BuiltInRule, rules as builtInRules } from "../../rules/index.js";
