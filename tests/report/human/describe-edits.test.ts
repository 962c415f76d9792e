import { describe, expect, it } from "vitest";
import { describeEdits } from "../../../src/report/human/describe-edits.js";

const source = "One  two\n\nthree";
const edit = (start: number, end: number, text: string) => [{ start, end, text }];

describe("what an edit does, in words", () => {
  it("quotes what it replaces, inserts and deletes", () => {
    expect(describeEdits(edit(5, 8, "2"), source)).toBe("replace “two” with “2”");
    expect(describeEdits(edit(3, 3, ","), source)).toBe("insert “,”");
    expect(describeEdits(edit(0, 3, ""), source)).toBe("delete “One”");
  });

  it("names blanks and line breaks, which quotation marks would not show", () => {
    expect(describeEdits(edit(3, 4, ""), source)).toBe("delete a space");
    expect(describeEdits(edit(8, 10, ""), source)).toBe("delete 2 line breaks");
    expect(describeEdits(edit(15, 15, "\n"), source)).toBe("insert a line break");
    expect(describeEdits(edit(3, 3, "  "), source)).toBe("insert 2 spaces");
  });

  it("counts several", () => {
    expect(describeEdits([...edit(0, 1, "o"), ...edit(5, 6, "T")], source)).toBe("2 edits");
  });
});
