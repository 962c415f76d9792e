import type { TextFormat } from "./text-formats.js";

/** A schema as it is inferred, before it is printed in some language. */
export type SchemaNode =
  /** Too little was seen. */
  | { readonly type: "anything" }
  | { readonly type: "integer" | "number" | "boolean" | "nothing" }
  | TextNode
  | { readonly type: "list"; readonly items: SchemaNode }
  | MapNode
  | { readonly type: "union"; readonly options: readonly SchemaNode[] };

export interface TextNode {
  readonly type: "text";
  readonly isFilled: boolean;
  readonly format: TextFormat | undefined;
  /** All values there are, where they are few. */
  readonly values: readonly string[] | undefined;
}

export interface MapNode {
  readonly type: "map";
  readonly properties: readonly Property[];
  /** Whether other keys are refused. */
  readonly isClosed: boolean;
}

export interface Property {
  readonly key: string;
  readonly node: SchemaNode;
  readonly isRequired: boolean;
  /** Maps that have the key, and all maps. */
  readonly seen: number;
  readonly of: number;
}
