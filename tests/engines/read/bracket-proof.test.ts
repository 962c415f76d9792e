import { describe, expect, it } from "vitest";
import { bracketProof, isTakenAsScript } from "../../../src/engines/read/bracket-proof.js";

describe("bracketProof", () => {
  it("tells the bracket with which the code is taken", () => {
    expect(bracketProof("a(b(1);\nc();")).toEqual({ kind: "missing", at: 6, sign: ")" });
  });

  it("tells the bracket without which the code is taken", () => {
    expect(bracketProof("const a = b(1));")).toEqual({ kind: "extra", at: 14, sign: ")" });
  });

  it.each(["a(1)", "a(", "a b (", "a(1));", "a(1);\n}\n  b();"])("is silent about %j", (code) => {
    expect(bracketProof(code)).toBeUndefined();
  });

  it("takes no long or deep code", () => {
    expect(bracketProof("[".repeat(1500))).toBeUndefined();
    expect(bracketProof(`a(b(1);${" ".repeat(30_000)}c()`)).toBeUndefined();
  });
});

describe("isTakenAsScript", () => {
  it("reads TypeScript, Flow and JSX", () => {
    expect(isTakenAsScript("const a: ?string = <b />;")).toBe(true);
    expect(isTakenAsScript("enum A { B }")).toBe(true);
    expect(isTakenAsScript("a b")).toBe(false);
  });
});
