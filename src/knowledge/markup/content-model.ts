import table from "./content-model.json" with { type: "json" };

/** What HTML says about which elements may hold which. */
interface ContentModel {
  /** Elements that end a paragraph. */
  readonly blocks: ReadonlySet<string>;
  /** Elements that hold phrasing content only. */
  readonly phrasingOnly: ReadonlySet<string>;
  /** Elements that may hold what their parent may hold. */
  readonly transparent: ReadonlySet<string>;
  /** Elements whose end tag may be left out. */
  readonly optionalEnd: ReadonlySet<string>;
  /** The start tags that end an open element, by that element. */
  readonly closedBy: Readonly<Record<string, readonly string[] | undefined>>;
  /** The ancestors an element needs one of. */
  readonly within: Readonly<Record<string, readonly string[] | undefined>>;
  /** The children that a part of a table may have. */
  readonly tableParts: Readonly<Record<string, readonly string[] | undefined>>;
}

/** What HTML says about which elements may hold which. */
export const contentModel: ContentModel = {
  ...table,
  blocks: new Set(table.blocks),
  phrasingOnly: new Set(table.phrasingOnly),
  transparent: new Set(table.transparent),
  optionalEnd: new Set(table.optionalEnd),
};
