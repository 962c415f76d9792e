import {
  alsoAt,
  ancestorOf,
  defineRule,
  type Element,
  insertAttribute,
  isHidden,
  openingTagOf,
  rangeOf,
  replace,
  type Suggestion,
} from "../../src/rules.js";
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
import { unevenRowOf } from "./lib/uneven-rows.js";

/** How many rows without their last cell are written that way on purpose. */
const FEWEST_OF_HABIT = 3;

export default defineRule({
  id: "table/structure",
  summary: "Tables have header cells, and every row has the right number of cells",
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
      what: "This table has no header cells.",
      why: "Screen readers read out values without saying what they are.",
      help: "Make the cells that name a column or row <th>; if there are none, turn the table into a list.",
    },
    layout: {
      severity: "warning",
      what: "This table only arranges things on the page.",
      why: "Screen readers announce rows and columns that mean nothing, and small screens cannot rearrange them.",
      help: 'Use paragraphs, figures or CSS instead, or mark the table with role="presentation".',
    },
    emptyHeaders: {
      severity: "warning",
      what: "All header cells of this table are empty.",
      why: "Readers are not told what the columns contain.",
      help: "Name the columns, or turn the table into a list.",
    },
    emptyHeader: {
      severity: "warning",
      what: "This header cell is empty.",
      why: "Readers are not told what its column or row contains.",
      help: "Write the name of the column or row into the cell.",
    },
    short: {
      severity: "warning",
      what: "This row has {count} of {columns} cells.",
      why: "Readers cannot tell an empty value from a forgotten one.",
      help: "Write every cell of the row, including empty ones.",
    },
    unfilled: {
      severity: "info",
      what: "{rows} rows lack their last cell.",
      why: "Renderers add an empty one, so readers see a gap; other programs may refuse the table.",
      help: "Write every cell of the row, including empty ones.",
    },
    long: {
      severity: "warning",
      what: "This row has {count} cells instead of {columns}.",
      why: "The cells after the last column of the table are not shown.",
      help: "Add a column, merge cells, or write \\| for a vertical bar that is part of the text.",
    },
    swallowed: {
      severity: "warning",
      what: "This line becomes a row of the table above it.",
      why: "A table continues until a blank line, so readers see this text in a table cell.",
      help: "Add a blank line before this line.",
    },
    uneven: {
      severity: "warning",
      what: "This row has {count} cells, all others have {columns}.",
      why: "A value is shown in the wrong column, or one is missing.",
      help: "Add or delete a cell, or correct the number of columns or rows that a cell spans.",
    },
    caption: {
      severity: "warning",
      what: "The first row of this table is one cell across all columns.",
      why: "It looks like a title, but screen readers do not announce it as the title of the table.",
      help: "Move its text into a <caption>, and delete the row.",
    },
    scope: {
      severity: "warning",
      what: 'The scope "{value}" is not valid.',
      why: "Browsers guess which cells the header belongs to.",
      help: "Write {correct}.",
    },
    headers: {
      severity: "warning",
      what: "This cell refers to {ids}, which no cell of the table has.",
      why: "Screen readers cannot announce the header of this cell.",
      help: "Correct the value of headers, or add each missing id to its header cell.",
    },
  },
  check({ article, engine, report }) {
    const tables: Element[] = [];
    /** Tables that contain another one: they only arrange things, and the inner ones are checked instead. */
    const outer = new Set<Element>();

    /** Rows with missing cells, in the whole article. */
    const short: RaggedRow[] = [];

    const judgeRows = (grid: TableGrid): void => {
      const rows = raggedRowsOf(article, grid);
      const { columns } = grid;
      for (const row of rows) {
        if (row.kind === "short") short.push(row);
        if (row.kind !== "long") continue;
        const { range, cells: count } = row;
        const suggestions = suggestionOf(row, "Escape the vertical bars in the code");
        report({ messageId: "long", range, data: { count, columns }, suggestions });
      }
      // kramdown ends a table before a line without bars.
      const line =
        engine.markdown.renderer === "kramdown"
          ? undefined
          : rows.find(({ kind }) => kind === "text");
      if (line === undefined) return;
      const suggestions = suggestionOf(line, "Add a blank line before it");
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
      const related = alsoAt(others.map(rangeOf));
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
              : [{ message: `Write scope="${meant}"`, edits: [replace(range, meant)] }];
          const correct =
            meant === undefined
              ? "one of these scopes: row, col, rowgroup, colgroup"
              : `scope="${meant}"`;
          report({
            messageId: "scope",
            range,
            data: { value: value.trim(), correct },
            suggestions,
          });
        }
        const lost = ids === undefined ? undefined : unknownHeadersOf(article, cell, ids);
        if (lost === undefined) continue;
        const names = lost.names.map((name) => `"${name}"`).join(", ");
        const data = { ids: lost.names.length === 1 ? `the id ${names}` : `the ids ${names}` };
        report({ messageId: "headers", range: lost.attribute.valueRange, data });
      }
    };

    const judgeWidths = (grid: TableGrid): void => {
      const row = unevenRowOf(article, grid);
      if (row === undefined || !hasPlace(row.element)) return;
      const { cells: count, columns } = row;
      const range = openingTagOf(article, row.element);
      report({ messageId: "uneven", range, certainty: "likely", data: { count, columns } });
    };

    const judgeShape = (table: Element, grid: TableGrid): void => {
      const tag = openingTagOf(article, table);
      const kind = hasHeaders(article, grid) ? undefined : headerlessKind(grid);
      const fake = fakeCaptionOf(grid);
      if (kind === "layout") {
        const edits = [insertAttribute(article, table, "role", "presentation")];
        const suggestions = [{ message: 'Add role="presentation" to the table', edits }];
        report({ messageId: "layout", range: tag, certainty: "likely", suggestions });
        return;
      }
      if (fake !== undefined && hasPlace(fake)) {
        report({ messageId: "caption", range: openingTagOf(article, fake), certainty: "likely" });
      }
      if (kind !== "data") return;
      const rows = fake === undefined ? grid.rows : grid.rows.slice(1);
      const suggestions = [
        { message: "Make the first row a header row", cells: rows[0]?.cells ?? [] },
        { message: "Make the first column a header column", cells: firstColumnOf(rows) },
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
          // The cells of an outer table belong to the tables in it.
          if (!outer.has(table)) judgeHeaders(grid);
          if (isMarkdown) continue;
          judgeCells(grid);
          judgeWidths(grid);
          if (!grid.isOpen) judgeShape(table, grid);
        }
        const [first, ...others] = short;
        if (first === undefined) return;
        const place = {
          range: first.range,
          related: alsoAt(others),
          fix: short.flatMap(({ edits }) => edits),
        };
        // A bar that was lost makes one row short; where several lack the last cell, there was nothing to write in it.
        const isHabit =
          short.length >= FEWEST_OF_HABIT &&
          short.every(({ cells, columns }) => cells === columns - 1);
        if (isHabit) report({ messageId: "unfilled", ...place, data: { rows: short.length } });
        else {
          const data = { count: first.cells, columns: first.columns };
          report({ messageId: "short", ...place, data });
        }
      },
    };
  },
});

/** The corners above the names of the rows and next to those of the columns: there is nothing to name there. */
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

function suggestionOf({ edits }: RaggedRow, message: string): Suggestion[] {
  return edits.length === 0 ? [] : [{ message, edits }];
}
