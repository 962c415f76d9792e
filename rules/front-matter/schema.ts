import {
  defineRule,
  type FrontMatter,
  type FrontMatterEntry,
  innerRange,
  nearestOf,
  type SchemaIssue,
  type Suggestion,
} from "../../src/rules.js";

function replacement(entry: FrontMatterEntry, text: string): readonly Suggestion[] {
  return [{ message: `Write "${text}"`, edits: [{ ...innerRange(entry), text }] }];
}

function renaming(
  frontMatter: FrontMatter,
  entry: FrontMatterEntry,
  name: string,
): readonly Suggestion[] {
  const { keyRange } = entry;
  if (keyRange === undefined) return [];
  const text = frontMatter.format === "json" ? JSON.stringify(name) : name;
  return [{ message: `Rename it to "${name}"`, edits: [{ ...keyRange, text }] }];
}

/** The nearest entry at or above a path: complaints about what is missing inside point at what holds it. */
function entryAbove(
  frontMatter: FrontMatter,
  path: SchemaIssue["path"],
): FrontMatterEntry | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const entry = frontMatter.entry(path.slice(0, length));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Front matter against the schema of the config: each complaint at the value, the key or the fence. */
export default defineRule({
  id: "front-matter/schema",
  summary: "Front matter meets the configured schema",
  fixes: ["suggestion"],
  references: ["JSON Schema 2020-12", "https://standardschema.dev"],
  messages: {
    type: {
      severity: "error",
      what: '"{key}" should be {expected}, which the schema ({source}) demands.',
      why: "",
      help: "Write {expected}.",
    },
    notAllowed: {
      severity: "error",
      what: '"{value}" is none of the values the schema ({source}) allows for "{key}": {expected}.',
      why: "",
      help: "Choose one of them.",
    },
    format: {
      severity: "error",
      what: '"{key}" is not in the form the schema ({source}) demands.',
      why: "",
      help: "Write {expected}.",
    },
    invalid: {
      severity: "error",
      what: '"{key}" does not meet the schema ({source}): {reason}.',
      why: "",
      help: "Change the value to what the schema asks for.",
    },
    unknownKey: {
      severity: "error",
      what: 'The schema ({source}) knows no key "{key}", so its value is ignored or refused.',
      why: "",
      help: "Remove the key or correct its name.",
    },
    missing: {
      severity: "error",
      what: "The schema ({source}) demands what is not here: {keys}.",
      why: "",
      help: "Add {keys}.",
    },
    unusable: {
      severity: "error",
      what: 'The schema that "{key}" names ({source}) cannot be used, so nothing is held to it: {reason}.',
      why: "",
      help: "Name a JSON Schema inside the project, relative to this file or, after a slash, to the project.",
    },
  },
  check({ article, settings, report }) {
    const { frontMatter, problems } = article;
    const { schema } = settings;
    if (frontMatter === undefined || schema === undefined) return;
    const isDamaged = problems.some(
      ({ kind }) => kind === "front-matter-syntax" || kind === "limit",
    );
    // `$schema` names the schema itself, for editors.
    const issues = schema
      .validate(frontMatter.data, frontMatter)
      .filter(({ code, path }) => code !== "unknown-key" || path.join(".") !== "$schema");
    // A misspelt key is one defect, not an unknown key and a missing one.
    const misspelt = issues.flatMap(({ code, path, allowed }) =>
      code === "unknown-key" ? (nearestOf(String(path.at(-1)), allowed) ?? []) : [],
    );
    const missing = new Map<string, string[]>();
    for (const issue of issues) {
      const key = issue.path.join(".") || "front matter";
      const source = issue.source ?? schema.source;
      if (issue.code === "missing" && issue.path.length === 1) {
        if (!misspelt.includes(key)) missing.set(source, [...(missing.get(source) ?? []), key]);
        continue;
      }
      const entry = entryAbove(frontMatter, issue.path);
      if (issue.code === "missing") {
        if (isDamaged) continue;
        const range = entry?.keyRange ?? entry?.valueRange ?? frontMatter.openingFence;
        report({ messageId: "missing", range, data: { source, keys: key } });
        continue;
      }
      const range = entry?.valueRange ?? frontMatter.openingFence;
      const expected = issue.expected ?? "what the schema describes";
      switch (issue.code) {
        case "type":
          report({ messageId: "type", range, data: { key, expected, source } });
          break;
        case "enum": {
          const value = String(entry?.value);
          const near = nearestOf(value, issue.allowed);
          const suggestions = entry && near !== undefined ? replacement(entry, near) : [];
          report({
            messageId: "notAllowed",
            range,
            data: { key, value, expected, source },
            suggestions,
          });
          break;
        }
        case "format":
          report({ messageId: "format", range, data: { key, expected, source } });
          break;
        case "unknown-key": {
          const near = nearestOf(String(issue.path.at(-1)), issue.allowed);
          const suggestions =
            entry && near !== undefined && frontMatter.entry([near]) === undefined
              ? renaming(frontMatter, entry, near)
              : [];
          const keyRange = entry?.keyRange ?? range;
          report({ messageId: "unknownKey", range: keyRange, data: { key, source }, suggestions });
          break;
        }
        case "unusable":
          report({ messageId: "unusable", range, data: { key, source, reason: issue.message } });
          break;
        default: {
          const said = issue.expected === undefined ? issue.message : `it needs ${issue.expected}`;
          const reason = said.replace(/\.$/, "");
          report({ messageId: "invalid", range, data: { key, reason, source } });
        }
      }
    }
    for (const [source, names] of isDamaged ? [] : missing) {
      const keys = names.map((name) => `"${name}"`).join(", ");
      report({
        messageId: "missing",
        range: frontMatter.openingFence,
        data: { source, keys },
      });
    }
  },
});
