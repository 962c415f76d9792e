import {
  defineRule,
  type FrontMatter,
  type FrontMatterEntry,
  innerRange,
  nearestOf,
  replace,
  type SchemaIssue,
  type Suggestion,
} from "../../src/rules.js";

function replacement(entry: FrontMatterEntry, text: string): readonly Suggestion[] {
  return [{ message: `Write "${text}"`, edits: [replace(innerRange(entry), text)] }];
}

function renaming(
  frontMatter: FrontMatter,
  entry: FrontMatterEntry,
  name: string,
): readonly Suggestion[] {
  const { keyRange } = entry;
  if (keyRange === undefined) return [];
  const text = frontMatter.format === "json" ? JSON.stringify(name) : name;
  return [{ message: `Rename it to "${name}"`, edits: [replace(keyRange, text)] }];
}

/** The nearest entry at or above a path: an issue about something missing points at the entry that should contain it. */
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

/** Checks front matter against the configured schema, and reports each issue at the value, the key or the fence. */
export default defineRule({
  id: "front-matter/schema",
  summary: "Front matter matches the configured schema",
  fixes: ["suggestion"],
  references: ["JSON Schema 2020-12", "https://standardschema.dev"],
  messages: {
    type: {
      severity: "error",
      what: "{subject} should be {expected}.",
      why: "Code that reads the value relies on the type that the schema ({source}) requires.",
      help: "Write {expected}.",
    },
    notAllowed: {
      severity: "error",
      what: 'The value "{value}" is not allowed for "{key}".',
      why: "The schema ({source}) allows only {expected}, and code that reads the value relies on that.",
      help: "Write {expected}.",
    },
    format: {
      severity: "error",
      what: "{subject} has the wrong format.",
      why: "Code that reads the value relies on the format that the schema ({source}) requires.",
      help: "Write {expected}.",
    },
    invalid: {
      severity: "error",
      what: "{subject} does not match the schema.",
      why: "The schema ({source}) rejects it: {reason}.",
      help: "Change the value to what the schema requires.",
    },
    unknownKey: {
      severity: "error",
      what: 'The key "{key}" is not in the schema.',
      why: "The schema ({source}) allows no other keys, so the value is ignored or rejected.",
      help: "{advice}",
    },
    missing: {
      severity: "error",
      what: "The front matter lacks {keys}.",
      why: "Code that reads the front matter relies on what the schema ({source}) requires.",
      help: "Add {keys}.",
    },
    unusable: {
      severity: "error",
      what: 'The schema that "{key}" names cannot be used.',
      why: "The front matter is not checked against {source}: {reason}.",
      help: "Name a JSON Schema inside the project, with a path relative to this file, or with a leading slash from the project root.",
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
    // A misspelled key is one mistake, not an unknown key and a missing one.
    const misspelt = issues.flatMap(({ code, path, allowed }) =>
      code === "unknown-key" ? (nearestOf(String(path.at(-1)), allowed) ?? []) : [],
    );
    const missing = new Map<string, string[]>();
    for (const issue of issues) {
      const key = issue.path.join(".") || "front matter";
      const subject = issue.path.length === 0 ? "The front matter" : `The value of "${key}"`;
      const source = issue.source ?? schema.source;
      if (issue.code === "missing" && issue.path.length === 1) {
        if (!misspelt.includes(key)) missing.set(source, [...(missing.get(source) ?? []), key]);
        continue;
      }
      const entry = entryAbove(frontMatter, issue.path);
      if (issue.code === "missing") {
        if (isDamaged) continue;
        const range = entry?.keyRange ?? entry?.valueRange ?? frontMatter.openingFence;
        report({ messageId: "missing", range, data: { source, keys: `"${key}"` } });
        continue;
      }
      const range = entry?.valueRange ?? frontMatter.openingFence;
      const expected = issue.expected ?? "what the schema describes";
      switch (issue.code) {
        case "type":
          report({ messageId: "type", range, data: { subject, expected, source } });
          break;
        case "enum": {
          // A map or list where a word is expected has no text to show, nor one that could be misspelt.
          if (typeof entry?.value === "object" && entry.value !== null) {
            report({ messageId: "type", range, data: { subject, expected, source } });
            break;
          }
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
          report({ messageId: "format", range, data: { subject, expected, source } });
          break;
        case "unknown-key": {
          const near = nearestOf(String(issue.path.at(-1)), issue.allowed);
          const suggestions =
            entry && near !== undefined && frontMatter.entry([near]) === undefined
              ? renaming(frontMatter, entry, near)
              : [];
          const keyRange = entry?.keyRange ?? range;
          const advice =
            near === undefined ? "Correct or delete the key." : `Rename the key to "${near}".`;
          const data = { key, source, advice };
          report({ messageId: "unknownKey", range: keyRange, data, suggestions });
          break;
        }
        case "unusable":
          report({ messageId: "unusable", range, data: { key, source, reason: issue.message } });
          break;
        default: {
          const said = issue.expected === undefined ? issue.message : `it needs ${issue.expected}`;
          const reason = said.replace(/\.$/, "");
          report({ messageId: "invalid", range, data: { subject, reason, source } });
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
