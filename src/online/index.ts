export { checkExternal } from "./check-external.js";
export type { OnlineEnvironment, OnlineSettings } from "./contract.js";
export { DEFAULT_ONLINE_SETTINGS } from "./contract.js";
export { systemEnvironment } from "./system-environment.js";
