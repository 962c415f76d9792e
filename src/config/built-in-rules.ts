export { rules as builtInRules } from "../../rules/index.js";
