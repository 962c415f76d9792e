import type { CST } from "yaml";
import type { Range } from "../../range.js";

type Item = CST.CollectionItem;

function itemsOf(token: CST.Token): readonly Item[] {
  return "items" in token ? token.items : [];
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  const children: CST.Token[] = [];
  for (const { key, value } of itemsOf(token)) {
    if (key) children.push(key);
    if (value) children.push(value);
  }
  return children;
}

function sourceTokensOf(token: CST.Token): readonly CST.SourceToken[] {
  const own: CST.SourceToken[] = [];
  if (token.type === "comment") own.push(token);
  if ("start" in token && Array.isArray(token.start)) for (const one of token.start) own.push(one);
  if ("end" in token && Array.isArray(token.end)) for (const one of token.end) own.push(one);
  if ("props" in token) {
    for (const property of token.props)
      if ("source" in property && property.type === "comment") own.push(property);
  }
  for (const { start, sep } of itemsOf(token))
    for (const one of [...start, ...(sep ?? [])]) own.push(one);
  return own;
}

/** All comments of a YAML text, in source order. */
export function commentsOf(tokens: readonly CST.Token[]): { range: Range; text: string }[] {
  const comments: { range: Range; text: string }[] = [];
  const open = [...tokens];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    for (const { type, offset, source } of sourceTokensOf(token)) {
      if (type !== "comment") continue;
      comments.push({
        range: { start: offset, end: offset + source.length },
        text: source.slice(1),
      });
    }
    for (const one of childrenOf(token)) open.push(one);
  }
  return comments.sort((a, b) => a.range.start - b.range.start);
}

/** Offset of the first collection that lies deeper than `maximum`, or undefined. Counts without recursion. */
export function tooDeepAt(tokens: readonly CST.Token[], maximum: number): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  let deepest: number | undefined;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token } = next;
    const depth = next.depth + ("items" in token ? 1 : 0);
    if (depth > maximum) {
      deepest = Math.min(deepest ?? token.offset, token.offset);
      continue;
    }
    for (const child of childrenOf(token)) open.push({ token: child, depth });
  }
  return deepest;
}
