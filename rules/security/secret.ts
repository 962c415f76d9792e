import {
  type Article,
  alsoAt,
  attributeOf,
  codeRangesOf,
  defineRule,
  overlapTest,
  type Range,
} from "../../src/rules.js";
import {
  isExampleLogin,
  isStrongPassword,
  loginsIn,
  type Secret,
  secretsIn,
} from "./lib/secrets.js";

const CODE: ReadonlySet<string> = new Set(["pre", "code", "textarea", "script", "style"]);
/** As much of a key as tells its owner which one it is. */
const SHOWN = 8;

/** Keys and passwords that open something to whoever reads the article. */
export default defineRule({
  id: "security/secret",
  summary: "An article should not show keys and passwords",
  references: ["CWE-798", "CWE-522"],
  messages: {
    key: {
      severity: "error",
      what: 'The {name} "{shown}…" is shown.',
      why: "Whoever reads the page can use it, and programs search published pages and repositories for such keys.",
      help: "Revoke the key first, then write a placeholder instead. Deleting it does not remove it from the history of the repository.",
    },
    keyId: {
      severity: "warning",
      what: 'The ID "{shown}…" of an {name} is shown.',
      why: "It opens nothing without its secret, but tells attackers which account is in use.",
      help: "Write a placeholder instead, and revoke the key if its secret has been shown anywhere.",
    },
    limitedKey: {
      severity: "warning",
      what: 'The {name} "{shown}…" is shown.',
      why: "Whoever reads the page can use it at your cost, unless it is restricted to your site.",
      help: "Restrict the key or revoke it, and write a placeholder instead.",
    },
    privateKey: {
      severity: "error",
      what: "A private key is shown.",
      why: "Whoever has it can sign, decrypt or log in as its owner.",
      help: "Replace the key pair wherever it is used, then write a placeholder instead.",
    },
    password: {
      severity: "error",
      what: 'The URL contains the password of "{user}" at {host}.',
      why: "Whoever reads the page can log in there.",
      help: "Change the password, and delete it from the URL.",
    },
    login: {
      severity: "warning",
      what: 'The link contains the user "{user}" and a password.',
      why: "Readers log in at {host} as that user, and some browsers refuse to open such links.",
      help: "Delete user and password from the URL, and change the password if it is a real one.",
    },
  },
  check({ article, report }) {
    const { source } = article;
    for (const [first, ...others] of sameSecrets(source)) {
      if (first === undefined) continue;
      const { start, end, name, kind } = first;
      const place = { range: { start, end }, related: alsoAt(others) };
      if (kind === "privateKey") report({ messageId: kind, ...place });
      else report({ messageId: kind, ...place, data: { name, shown: shownOf(source, first) } });
    }
    const logins = loginsIn(source).filter((login) => !isExampleLogin(login));
    if (logins.length === 0) return;
    const isCode = overlapTest(
      codeRangesOf(article, CODE).sort((left, right) => left.start - right.start),
    );
    const links = linkTargets(article);
    for (const { start, end, user, password, host } of logins) {
      const range = { start, end };
      if (isStrongPassword(password)) {
        report({ messageId: "password", range, data: { user, host } });
      } else if (!isCode(range) && links.some((link) => link.start <= start && end <= link.end)) {
        report({ messageId: "login", range, data: { user, host } });
      }
    }
  },
});

/** The secrets of a text, each with all its places. */
function sameSecrets(source: string): Iterable<readonly Secret[]> {
  const places = new Map<string, Secret[]>();
  for (const secret of secretsIn(source)) {
    const text = source.slice(secret.start, secret.end);
    const known = places.get(text);
    if (known === undefined) places.set(text, [secret]);
    else known.push(secret);
  }
  return places.values();
}

/** Never the whole secret: reports are kept and shared. */
function shownOf(source: string, { start }: Secret): string {
  return source.slice(start, start + SHOWN);
}

function linkTargets(article: Article): readonly Range[] {
  return article.elements.flatMap((element) => {
    if (element.tagName !== "a") return [];
    const href = attributeOf(article, element, "href");
    return href === undefined || href.unknown ? [] : [href.valueRange];
  });
}
