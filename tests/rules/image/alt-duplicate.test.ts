import altDuplicate from "../../../rules/image/alt-duplicate.js";
import { testRule } from "../../../src/testing/test-rule.js";

testRule(altDuplicate, {
  valid: [
    {
      name: "renditions of one picture",
      text: "![A crane](a.jpg) ![A crane](a.jpg?w=300) ![A crane](a-300x200.jpg)",
    },
    {
      name: "placeholders and file names, which are reported already",
      text: "![点击查看大图](a.jpg) ![点击查看大图](b.jpg) ![image](c.jpg) ![image](d.jpg) ![x.jpg](e.jpg) ![x.jpg](f.jpg)",
    },
    { name: "empty texts", text: "<img src=a.png alt=''><img src=b.png alt=''>", path: "a.html" },
    {
      name: "icons and hidden images",
      text: "<img src=a.png alt=yes width=16><img src=b.png alt=yes width=16><img src=c.png alt=yes role=none>",
      path: "a.html",
    },
    {
      name: "a noscript copy of a lazy image",
      text: "<img src=wait.gif data-src=a.png alt='A crane'><noscript><img src=a2.png alt='A crane'></noscript>",
      path: "a.html",
    },
    {
      name: "template values",
      text: "<img src='{{ a }}' alt='A crane'><img src='{{ b }}' alt='A crane'>",
      path: "a.html",
    },
  ],
  invalid: [
    {
      name: "one finding however many there are",
      text: "![A crane](a.jpg)\n![a  CRANE](b.jpg)\n![A crane](c.jpg)",
      findings: [
        {
          messageId: "duplicate",
          severity: "warning",
          text: "a  CRANE",
          related: ["1:3-1:10", "3:3-3:10"],
        },
      ],
    },
    {
      name: "lazy images by their real address",
      text: "<img src=wait.gif data-original=a.png alt='A crane'>\n<img src=wait.gif data-original=b.png alt='A crane'>",
      path: "a.html",
      findings: [{ messageId: "duplicate", at: "2:44-2:51" }],
    },
    {
      name: "as many as the option says",
      text: "![A](a.jpg) ![A](b.jpg) ![B](c.jpg) ![B](d.jpg) ![B](e.jpg)",
      options: { min: 3 },
      findings: [{ messageId: "duplicate", at: "1:39-1:40" }],
    },
  ],
});
