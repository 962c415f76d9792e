/** Why a file is not read although it is there. */
export type Refusal = "outside" | "special" | "large";

const MESSAGES: Readonly<Record<Refusal, string>> = {
  outside: "It is outside the project.",
  special: "It is not a regular file.",
  large: "It is too large.",
};

/** A file that the guard does not let through. */
export class RefusedFile extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(MESSAGES[refusal]);
    this.name = "RefusedFile";
    this.refusal = refusal;
  }
}

/** A folder where a file was expected; its code is that of `node:fs`. */
export class FolderFound extends Error {
  readonly code = "EISDIR";

  constructor() {
    super("It is a folder.");
    this.name = "FolderFound";
  }
}
