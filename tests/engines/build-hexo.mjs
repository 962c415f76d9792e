// Builds the Hexo site in a folder: `node build-hexo.mjs <folder>`. A process of its own, for Hexo goes by the
// machine's time zone, which a running process cannot be sure to change.
import Hexo from "hexo";

const hexo = new Hexo(process.argv[2], { silent: true });
await hexo.init();
await hexo.call("generate", { force: true });
await hexo.exit();
