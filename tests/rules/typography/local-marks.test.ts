import rule from "../../../rules/typography/local-marks.js";
import { testRule } from "../../../src/testing/test-rule.js";

const variants = ["crlf", "bom", "front-matter"] as const;
const french = "Le but : voir. Un pas : aller. Le nom : lire.\n\n";
const spanish = "¿Qué es esto? ¡Qué bien lo dices! ¿Por qué?\n\n";

testRule(rule, {
  valid: [
    {
      name: "a foreign message in single quotation marks, and one in a text of other letters",
      path: "fr/a.md",
      text: "Le port est ouvert : on entre. Quand on arrive, on a l'erreur 'Error: the quay is not in the list' pour le port : voir ici : et la suite.\n",
      variants: ["crlf", "bom"],
    },
    {
      name: "a title of Latin letters in a language of others",
      path: "uk/a.md",
      text: "---\nlang: uk\n---\n| Зміна | Опис |\n| --- | --- |\n| 1 | adding info to install it , referring the documentation |\n",
      variants: ["crlf", "bom"],
    },

    {
      name: "points of versions and thousands, and an article with points alone",
      path: "de/a.md",
      text: "Die Version 2.5 ist 1,5 MB groß und hat 2.000 Zeilen in 10.30 Sekunden, das ist v1.2 MB.\n",
      variants: ["crlf", "bom"],
    },
    {
      name: "points throughout",
      path: "it/a.md",
      text: "Il file è di 2.5 MB e il resto è di 3.5 MB, che non è molto per un porto.\n",
      variants: ["crlf", "bom"],
    },
    {
      name: "French without spaces throughout",
      path: "fr/a.md",
      text: "Le but: voir. Un pas: aller.\n",
      variants,
    },
    {
      name: "Canadian French, which spaces colons alone",
      path: "fr/a.md",
      text: `${french}Que faut-il faire? Rien de plus!\n`,
      variants,
    },
    {
      name: "an English clause in a French text",
      path: "fr/a.md",
      text: `${french}Thanks to all who shared this with us:\n`,
      variants,
    },
    {
      name: "a quotation in a French text",
      path: "fr/a.md",
      text: `${french}Il dit « le titre: voir » et part.\n`,
      variants,
    },
    {
      name: "Spanish without opening marks throughout",
      path: "es/a.md",
      text: "Qué es esto para ti? Por qué es así?\n",
      variants,
    },
    {
      name: "the title of an English page",
      path: "es/a.md",
      text: `${spanish}Para saber más de esto, consulta [How Fast Is My Boat?](https://example.org/) (¿es rápido?).\n`,
      variants,
    },
    {
      name: "an aside within a question",
      path: "es/a.md",
      text: `${spanish}¿Puedes predecir el texto (¡si lo hay!) que se enviará?\n`,
      variants,
    },
    {
      name: "names with dots, numbers and faces",
      text: "We use ASP.NET and Node.js for this, and it is 3 .5 of it :) and .NET too.\n",
      variants,
    },
  ],
  invalid: [
    {
      name: "a German share with a point",
      path: "de/a.md",
      text: "Der Hafen ist 1,5 km lang und hat 2.000 Plätze. Davon sind nur 2.5 % frei, und das ist nicht viel.\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "decimal", text: "2.5" }],
    },
    {
      name: "a French size with a point",
      path: "fr/a.md",
      text: "Le fichier pèse 0,8 Mo dans la première version et 12.25 Mo dans la seconde.\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "decimal", text: "12.25" }],
    },
    {
      name: "a question without a space",
      path: "fr/a.md",
      text: "Que faire ? Rien ! Et puis ? Où aller ?\n\nQue faut-il dans ce cas?\n",
      variants,
      findings: [{ messageId: "french-space", at: "3:24-3:25" }],
      fixed: "Que faire ? Rien ! Et puis ? Où aller ?\n\nQue faut-il dans ce cas\u00a0?\n",
    },
    {
      name: "an exclamation without its opening mark",
      path: "es/a.md",
      text: `${spanish}Esto es lo que nos gusta!\n`,
      variants,
      findings: [{ messageId: "opening", at: "3:25-3:26" }],
    },
    {
      name: "a Latin comma in Arabic",
      path: "ar/a.md",
      text: "التثبيت، الإعداد، التشغيل، ثم النشر على الخادم, والمتابعة.\n",
      variants: ["crlf", "bom"],
      findings: [{ messageId: "arabic", at: "1:47-1:48" }],
      fixed: "التثبيت، الإعداد، التشغيل، ثم النشر على الخادم، والمتابعة.\n",
    },
    {
      name: "a space before a full stop after a link",
      text: "This is what you see in [the book](https://example.org/) . The rest is in the code.\n",
      variants,
      findings: [{ messageId: "space-before", at: "1:58-1:59" }],
      fixed: "This is what you see in [the book](https://example.org/). The rest is in the code.\n",
    },
    {
      name: "two sentences in one",
      text: "The tool is ready to use.You only have to start it.\n",
      variants,
      findings: [{ messageId: "joined", at: "1:25-1:26" }],
      fixed: "The tool is ready to use. You only have to start it.\n",
    },
  ],
});
