import rule from "../../../rules/security/secret.js";
import { testRule } from "../../../src/testing/test-rule.js";

/** Put together here, so that no scanner takes this file for a leak. */
const aws = `AKIA${"Q3ZT7M2XK5PLVW4N"}`;
const secret = `${"wJ7q/Rk2mXw9Lr4TnVc8"}${"PzHd5JfGy3+EuAoIsKdB"}`;
const github = `ghp_${"a8Kd03LmZq9RtYw2BvXc7NpHs5JfGu1EoTiK"}`;
const stripe = `sk_live_${"4eC39HqLyjWDarjtT1zdp7dc"}`;
const google = `AIza${"SyB7kQ2mXw9Lr4TnVc8PzHd5JfGy3EuAoIs"}`;
const slack = `xoxb-${"284719365028-917364820571-Kq8ZtLm3RwXv9YpB2NcHd7Js"}`;
const cloudflare = `${"c2547eb745079dac9320"}${"b638f5e225cf483cc"}`;
const begin = "-----BEGIN RSA PRIVATE KEY-----";
const body = Array.from({ length: 6 }, (_, line) =>
  Array.from({ length: 64 }, (_, column) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".charAt(
      (line * 37 + column * column * 7 + column * 13) % 64,
    ),
  ).join(""),
).join("\n");

testRule(rule, {
  valid: [
    {
      name: "keys of documentation",
      text: `Set AKIAIOSFODNN7EXAMPLE, ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, ${"sk_live_"}1234567890abcdef12345678 or AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX.\n`,
    },
    {
      name: "the key of Azure's storage emulator, which Microsoft publishes",
      text: "Set `AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;`.\n",
    },
    {
      name: "the key that a signed URL names, which opens nothing by itself",
      text: `<https://boats.harbour.net/a.png?X-Amz-Credential=${aws}%2F20240101&AWSAccessKeyId=${aws}>\n`,
    },
    {
      name: "digests, and escaped placeholders",
      text: `The sum ${cloudflare}, \`key: ${cloudflare}ab9\`, and \`https://anna:%3Cpassword%3E@harbour.net\`.\n`,
    },
    { name: "parts of other words", text: `The file ${aws}2.txt and x${github}.\n` },
    {
      name: "logins of examples",
      text: "Use `postgres://user:password@localhost:5432/db`, [a](https://user:pass@harbour.net/), `https://$USER:$PASS@harbour.net`, `mysql://app:s3cr3t@db.harbour.net/x`, `redis://me:Kf83hG2x@example.com` and `https://x:TOKEN@github.com/a/b`.\n",
    },
    {
      name: "a key that is left out",
      text: `~~~\n${begin}\nMIIEpAIBAAKCAQEA...\n-----END RSA PRIVATE KEY-----\n~~~\n`,
    },
    {
      name: "addresses with a port and an @",
      text: "See https://harbour.net:8080/@anna and anna@harbour.net:a@b.\n",
    },
  ],
  invalid: [
    {
      name: "a password with an escaped sign",
      text: "~~~\nhttps://deploy:Hk83%2Fport%40Sea@files.harbour.net/a\n~~~\n",
      findings: [
        { messageId: "password", text: "https://deploy:Hk83%2Fport%40Sea@files.harbour.net" },
      ],
    },
    {
      name: "the key of an account at Cloudflare",
      text: `~~~hcl\n  api_key = "${cloudflare}"\n~~~\n\n~~~sh\nexport CF_API_KEY=${cloudflare}\n~~~\n`,
      findings: [{ messageId: "key", text: cloudflare, related: ["6:19-6:56"] }],
    },
    {
      name: "keys in text, code and links",
      text: `The key ${aws} ran.\n\n~~~\ntoken = "${github}"\n~~~\n\n[a](https://harbour.net/?key=${stripe}) and ${slack}.\n\n${aws}\n`,
      findings: [
        { messageId: "keyId", text: aws, severity: "warning", related: ["9:1-9:21"] },
        { messageId: "key", text: github, severity: "error" },
        { messageId: "key", text: stripe },
        { messageId: "key", text: slack },
      ],
    },
    {
      name: "a key that may be public",
      text: `<script src="https://maps.harbour.net/js?key=${google}"></script>\n`,
      findings: [{ messageId: "limitedKey", text: google, severity: "warning" }],
    },
    {
      name: "keys in the front matter and in comments",
      variants: ["crlf", "bom"],
      text: `---\ntoken: ${github}\n---\n\n<!-- ${aws} -->\n`,
      findings: [
        { messageId: "key", text: github },
        { messageId: "keyId", text: aws },
      ],
    },
    {
      name: "the ID of a key with its secret",
      text: `~~~\n${aws} ${secret}\n~~~\n`,
      findings: [{ messageId: "key", text: aws, severity: "error" }],
    },
    {
      name: "the ID of a key beside a checksum",
      text: `~~~\n${aws} 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b\n~~~\n`,
      findings: [{ messageId: "keyId", text: aws }],
    },
    {
      name: "a private key",
      text: `~~~\n${begin}\n${body}\n-----END RSA PRIVATE KEY-----\n~~~\n`,
      findings: [{ messageId: "privateKey", text: begin, severity: "error" }],
    },
    {
      name: "passwords in URLs",
      text: "Run `mysql://app:Kf83-hG2x@db.harbour.net/x`, or open [it](https://anna:seabird@files.harbour.net/a).\n",
      findings: [
        { messageId: "password", text: "mysql://app:Kf83-hG2x@db.harbour.net", severity: "error" },
        { messageId: "login", text: "https://anna:seabird@files.harbour.net", severity: "warning" },
      ],
    },
  ],
});
