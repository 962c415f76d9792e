import stringWidth from "fast-string-width";
import { largest } from "../../article/largest.js";
import type { InferredCollection } from "../infer-collections.js";
import type { Property } from "../schema-node.js";
import { describeNode } from "./describe-node.js";

/** The keys of a collection, each with what is asked of it and what speaks for it. */
export function evidenceText({ folder, articles, inferred }: InferredCollection): string {
  const { properties, isClosed } = inferred.root;
  const rows = [...properties]
    .sort((a, b) => b.seen - a.seen)
    .map((property) => [property.key, shareOf(property), describeNode(property.node)] as const);
  const keyWidth = largest(rows.map(([key]) => stringWidth(key)));
  const shareWidth = largest(rows.map(([, share]) => share.length));
  const name = folder === "" ? "All other folders" : `${folder}/`;
  const lines = rows.map(
    ([key, share, what]) => `  ${padded(key, keyWidth)}  ${share.padEnd(shareWidth)}  ${what}`,
  );
  const others = isClosed ? "Other keys are refused." : "Other keys are allowed.";
  return [`${name}: ${articles.length} with front matter`, ...lines, `  ${others}`, ""].join("\n");
}

function shareOf({ seen, of, isRequired }: Property): string {
  return isRequired ? `${seen}/${of} required` : `${seen}/${of}`;
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}
