import type { Element } from "hast";
import { openingTagOf } from "../../src/article/attributes.js";
import { rangeOf } from "../../src/article/node-range.js";
import { isHidden } from "../../src/knowledge/heading/outline-headings.js";
import { ancestorOf } from "../../src/knowledge/picture/picture-element.js";
import { defineRule, type RelatedPlace, type Suggestion } from "../../src/rule/index.js";
import { gridOf, isEmptyCell, type TableGrid, type TableRow } from "./lib/table-grid.js";
import {
  cellIdsOf,
  fakeCaptionOf,
  hasHeaders,
  headerlessKind,
  isDeclaredLayout,
  unknownHeadersOf,
  wrongScopeOf,
} from "./lib/table-headers.js";
import { headerCellEdits } from "./lib/table-repairs.js";
import { type RaggedRow, raggedRowsOf } from "./lib/table-rows.js";

export default defineRule({
  id: "table/structure",
  summary: "Tables hold data under headers, and every row fits them",
  fixes: ["safe", "suggestion"],
  references: [
    "WCAG 2.2 SC 1.3.1 Info and Relationships",
    "WCAG 2.2 Technique H51",
    "WCAG 2.2 Technique H63",
    "https://github.github.com/gfm/#tables-extension-",
  ],
  messages: {
    noHeaders: {
      severity: "warning",
      what: "No cell of this table is a header, so screen readers read out values without saying what they are.",
      why: "",
      help: "Make the cells that name a column or row <th>; where none does, make it a list.",
    },
    layout: {
      severity: "warning",
      what: "This table only arranges things on the page: screen readers announce rows and columns, and small screens cannot rearrange them.",
      why: "",
      help: 'Use plain paragraphs, figures or CSS, or mark the table with role="presentation".',
    },
    emptyHeaders: {
      severity: "warning",
      what: "All headers of this table are empty, so nobody is told what its columns hold.",
      why: "",
      help: "Name the columns, or make it a list.",
    },
    emptyHeader: {
      severity: "warning",
      what: "This header cell is empty, so nobody is told what its column or row holds.",
      why: "",
      help: "Name what stands there.",
    },
    short: {
      severity: "warning",
      what: "This row has {count} of the {columns} cells of its table, so nobody can tell an empty value from a forgotten one.",
      why: "",
      help: "Write every cell, empty ones too.",
    },
    long: {
      severity: "warning",
      what: "This row has {count} cells in a table of {columns} columns, and what stands in those behind is shown to nobody.",
      why: "",
      help: "Add a column, join the cells, or write \\| for a bar that is meant as text.",
    },
    swallowed: {
      severity: "warning",
      what: "This line follows a table without a blank line, so it becomes a row of the table.",
      why: "",
      help: "Put a blank line before it.",
    },
    caption: {
      severity: "warning",
      what: "The first row is one cell across the whole table: a title that screen readers take for the header of every column.",
      why: "",
      help: "Make it a <caption>.",
    },
    scope: {
      severity: "warning",
      what: '"{value}" is no scope, so the header belongs to whatever cells a browser guesses.',
      why: "",
      help: "Write one of these: row, col, rowgroup, colgroup.",
    },
    headers: {
      severity: "warning",
      what: 'No cell of this table has the id "{names}" that headers refers to, so the cell has lost its header.',
      why: "",
      help: "Give the header cell that id, or correct the name.",
    },
  },
  check({ article, engine, report }) {
    const tables: Element[] = [];
    /** Tables that hold another one: they arrange, and the inner ones speak for themselves. */
    const outer = new Set<Element>();

    /** Rows that lack cells, in the whole article. */
    const short: RaggedRow[] = [];

    const judgeRows = (grid: TableGrid): void => {
      const rows = raggedRowsOf(article, grid);
      const { columns } = grid;
      for (const row of rows) {
        if (row.kind === "short") short.push(row);
        if (row.kind !== "long") continue;
        const { range, cells: count } = row;
        const suggestions = suggestionOf(row, "Write the bars in code as text");
        report({ messageId: "long", range, data: { count, columns }, suggestions });
      }
      // kramdown ends a table before a line without bars.
      const line =
        engine.markdown.renderer === "kramdown"
          ? undefined
          : rows.find(({ kind }) => kind === "text");
      if (line === undefined) return;
      const suggestions = suggestionOf(line, "Part it from the table");
      report({ messageId: "swallowed", range: line.range, suggestions });
    };

    const judgeHeaders = (grid: TableGrid): void => {
      const headers = grid.rows.flatMap(({ cells }) => cells.filter(isHeader));
      const empty = headers.filter((cell) => isEmptyCell(article, cell));
      const range = openingTagOf(article, headers[0] ?? grid.element);
      if (headers.length > 0 && empty.length === headers.length) {
        const [first] = grid.rows;
        const place = first === undefined ? range : rangeOf(first.element);
        report({ messageId: "emptyHeaders", range: place });
        return;
      }
      const corners = cornersOf(grid);
      const [cell, ...others] = empty.filter((one) => !corners.has(one)).filter(hasPlace);
      if (cell === undefined) return;
      const related = placesOf(others.map((other) => ({ range: rangeOf(other) })));
      report({ messageId: "emptyHeader", range: rangeOf(cell), related });
    };

    const judgeCells = (grid: TableGrid): void => {
      const ids = cellIdsOf(article, grid);
      for (const cell of grid.rows.flatMap(({ cells }) => cells)) {
        const scope = wrongScopeOf(article, cell);
        if (scope !== undefined) {
          const { valueRange: range, value } = scope.attribute;
          const { meant } = scope;
          const suggestions =
            meant === undefined
              ? []
              : [{ message: `Write ${meant}`, edits: [{ ...range, text: meant }] }];
          report({ messageId: "scope", range, data: { value: value.trim() }, suggestions });
        }
        const lost = ids === undefined ? undefined : unknownHeadersOf(article, cell, ids);
        if (lost === undefined) continue;
        const data = { names: lost.names.join(", ") };
        report({ messageId: "headers", range: lost.attribute.valueRange, data });
      }
    };

    const judgeShape = (table: Element, grid: TableGrid): void => {
      const tag = openingTagOf(article, table);
      const kind = hasHeaders(article, grid) ? undefined : headerlessKind(grid);
      const fake = fakeCaptionOf(grid);
      if (kind === "layout") {
        const at = tag.start + 1 + table.tagName.length;
        const edits = [{ start: at, end: at, text: ' role="presentation"' }];
        const suggestions = [{ message: 'Mark it with role="presentation"', edits }];
        report({ messageId: "layout", range: tag, certainty: "likely", suggestions });
        return;
      }
      if (fake !== undefined && hasPlace(fake)) {
        report({ messageId: "caption", range: openingTagOf(article, fake), certainty: "likely" });
      }
      if (kind !== "data") return;
      const rows = fake === undefined ? grid.rows : grid.rows.slice(1);
      const suggestions = [
        { message: "Make the first row the headers", cells: rows[0]?.cells ?? [] },
        { message: "Make the first column the headers", cells: firstColumnOf(rows) },
      ].flatMap(({ message, cells }) => {
        const edits = headerCellEdits(article, cells);
        return edits.length === 0 ? [] : [{ message, edits }];
      });
      report({ messageId: "noHeaders", range: tag, suggestions });
    };

    return {
      table(table) {
        tables.push(table);
        const around = ancestorOf(article, table, ["table"]);
        if (around !== undefined) outer.add(around);
      },
      end() {
        for (const table of tables) {
          if (isHidden(article, table) || isDeclaredLayout(article, table)) continue;
          const grid = gridOf(article, table);
          const isMarkdown = article.originOf(table) === "markdown";
          if (isMarkdown) judgeRows(grid);
          // What an outer table holds belongs to the tables in it.
          if (!outer.has(table)) judgeHeaders(grid);
          if (isMarkdown) continue;
          judgeCells(grid);
          if (!grid.isOpen) judgeShape(table, grid);
        }
        const [first, ...others] = short;
        if (first === undefined) return;
        report({
          messageId: "short",
          range: first.range,
          data: { count: first.cells, columns: first.columns },
          related: placesOf(others),
          fix: short.flatMap(({ edits }) => edits),
        });
      },
    };
  },
});

/** Above the names of the rows and beside those of the columns there is nothing to name. */
function cornersOf({ rows }: TableGrid): ReadonlySet<Element> {
  const end = rows.findIndex(({ cells }) => !cells.every(isHeader));
  const headerRows = rows.slice(0, Math.max(1, end));
  return new Set(headerRows.flatMap(({ cells }) => cells.slice(0, 1)));
}

function firstColumnOf(rows: readonly TableRow[]): readonly Element[] {
  return rows.flatMap(({ cells }) => cells.slice(0, 1));
}

function isHeader({ tagName }: Element): boolean {
  return tagName === "th";
}

function hasPlace(element: Element): boolean {
  const { start, end } = rangeOf(element);
  return end > start;
}

function placesOf(places: readonly { readonly range: RelatedPlace["range"] }[]): RelatedPlace[] {
  return places.map(({ range }) => ({ range, message: "And here" }));
}

function suggestionOf({ edits }: RaggedRow, message: string): Suggestion[] {
  return edits.length === 0 ? [] : [{ message, edits }];
}
