/** Writes `count` copies of each kind (`html`, `md`, `markdown`) below `folder`, each kind a small Hexo site of its own. */
export function writeCopies(root: string, folder: string, count: number): void;
