import { each, repeat, type Shapes } from "./make.js";

/** Shapes of links and images. */
export const linksShapes: Shapes = {
  "links-distinct": ["md", 8000, (n) => each(n, (i) => `[a${i}](https://e${i}.example.com/x)\n`)],
  "links-same-text": ["md", 8000, (n) => each(n, (i) => `[here](p${i}.md) `)],
  "links-rel-missing": ["md", 8000, (n) => each(n, (i) => `[t${i}](missing/dir${i}/p.md) `)],
  "links-rel-dotdot": [
    "md",
    6000,
    (n) => each(n, (i) => `[t${i}](${repeat("../", i % 30)}p${i}.md) `),
  ],
  "link-long-path": ["md", 20000, (n) => `[t](${repeat("a/", n)}p.md)`],
  "link-long-dotdot": ["md", 20000, (n) => `[t](${repeat("../", n)}p.md)`],
  "link-long-query": ["md", 20000, (n) => `[t](https://e.example.com/?${repeat("a=1&", n)})`],
  "link-long-utm": [
    "md",
    10000,
    (n) => `[t](https://news.site.com/?${each(n, (i) => `utm_${i}=1&`)})`,
  ],
  "link-long-pct": ["md", 20000, (n) => `[t](https://e.example.com/${repeat("%41", n)})`],
  "link-bad-pct": ["md", 20000, (n) => `[t](https://e.example.com/${repeat("%zz%", n)})`],
  "link-nested-redirector": [
    "md",
    3000,
    (n) =>
      `[t](https://l.facebook.com/l.php?u=${repeat("https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D", n)})`,
  ],
  "link-spaces-in-angle": ["md", 20000, (n) => `[t](<${repeat("a b ", n)}>)`],
  "link-anchors": [
    "md",
    8000,
    (n) => `${each(n, (i) => `[a](#b${i}) `)}\n\n${each(n, (i) => `## b${i}\n\n`)}`,
  ],
  "link-anchors-missing-near": [
    "md",
    6000,
    (n) =>
      `${each(n, (i) => `[a](#heading-${i}-x) `)}\n\n${each(Math.floor(n / 4), (i) => `## heading ${i}\n\n`)}`,
  ],
  "ref-defs": [
    "md",
    8000,
    (n) =>
      `${each(n, (i) => `[r${i}]: http://e.example.com/${i}\n`)}\n${each(n, (i) => `[r${i}] `)}`,
  ],
  "ref-defs-same": [
    "md",
    8000,
    (n) => `${repeat("[r]: http://e.example.com/\n", n)}\n${repeat("[r] ", n)}`,
  ],
  "ref-defs-unused": ["md", 8000, (n) => each(n, (i) => `[r${i}]: http://e.example.com/${i}\n`)],
  "ref-missing": ["md", 8000, (n) => each(n, (i) => `[text ${i}][nope${i}] `)],
  "ref-missing-near": [
    "md",
    6000,
    (n) =>
      `${each(n, (i) => `[text][refq${i}] `)}\n\n${each(Math.floor(n / 4), (i) => `[ref${i}]: x${i}.md\n`)}`,
  ],
  "ref-broken-space": [
    "md",
    8000,
    (n) => each(n, (i) => `[text ${i}] (http://e.example.com/${i}) `),
  ],
  "ref-reversed": ["md", 8000, (n) => each(n, (i) => `(text ${i})[http://e.example.com/${i}] `)],
  footnotes: [
    "md",
    6000,
    (n) => `${each(n, (i) => `a[^f${i}] `)}\n\n${each(n, (i) => `[^f${i}]: note ${i}\n\n`)}`,
  ],
  "footnotes-undefined": ["md", 10000, (n) => each(n, (i) => `a[^f${i}] `)],
  "footnotes-unused": ["md", 8000, (n) => each(n, (i) => `[^f${i}]: note ${i}\n\n`)],
  "footnotes-inline": ["md", 10000, (n) => repeat("a^[note] ", n)],
  autolinks: ["md", 8000, (n) => each(n, (i) => `<https://e.example.com/${i}> `)],
  "autolinks-bare": ["md", 8000, (n) => each(n, (i) => `https://e.example.com/${i} `)],
  "autolinks-www": ["md", 8000, (n) => each(n, (i) => `www.e${i}.com `)],
  "autolinks-email": ["md", 8000, (n) => each(n, (i) => `a${i}@e.com `)],
  "autolinks-glued": ["md", 8000, (n) => repeat("http://a.b.c", n)],
  "autolinks-parens": ["md", 20000, (n) => `http://a.com/${repeat("(", n)}`],
  "autolinks-trail": ["md", 20000, (n) => `http://a.com/${repeat("?!.,", n)}`],
  "autolinks-trail-ent": ["md", 20000, (n) => `http://a.com/${repeat("&amp;", n)}`],
  "autolink-email-dots": ["md", 20000, (n) => `${repeat("a.", n)}@b.c`],
  "autolink-email-ats": ["md", 20000, (n) => repeat("a@", n)],
  "autolink-www-run": ["md", 20000, (n) => repeat("www.", n)],
  "images-same": ["md", 8000, (n) => repeat("![alt](a.png)\n\n", n)],
  "images-distinct": ["md", 8000, (n) => each(n, (i) => `![alt text ${i}](img/a${i}.png)\n\n`)],
  "images-same-alt": ["md", 8000, (n) => each(n, (i) => `![the same alt](img/a${i}.png)\n\n`)],
  "images-remote": [
    "md",
    8000,
    (n) => each(n, (i) => `![](https://cdn${i % 50}.site.com/a${i}.png)\n\n`),
  ],
  "images-captions": [
    "md",
    5000,
    (n) => each(n, (i) => `![](img/a${i}.png)\n\u56fe\uff1a${i} \u6765\u6e90\n\n`),
  ],
  "images-html-noalt": ["html", 8000, (n) => each(n, (i) => `<img src="a${i}.png">`)],
  "images-one-paragraph": [
    "html",
    8000,
    (n) => `<p>${each(n, (i) => `<img src="a${i}.png"> caption ${i} `)}</p>`,
  ],
  "images-figure": [
    "html",
    5000,
    (n) =>
      each(n, (i) => `<figure><img src="a${i}.png"><figcaption>cap ${i}</figcaption></figure>`),
  ],
  "images-renditions": [
    "html",
    5000,
    (n) => each(n, (i) => `<img src="photo-${100 + i}x${200 + i}.jpg" alt="p">`),
  ],
  "images-long-alt": ["md", 50000, (n) => `![${repeat("alt ", n)}](a.png)`],
  "images-data-uri": ["md", 50000, (n) => `![a](data:image/png;base64,${repeat("QUJD", n)})`],
  "images-data-uri-many": [
    "md",
    5000,
    (n) => each(n, (i) => `![a](data:image/png;base64,QUJDRE${i})\n\n`),
  ],
  "images-srcset": [
    "html",
    8000,
    (n) => `<img alt=a src=a.png srcset="${each(n, (i) => `a${i}.png ${i + 1}w,`)}">`,
  ],
  "images-srcset-commas": [
    "html",
    50000,
    (n) => `<img alt=a src=a.png srcset="${repeat(",", n)}">`,
  ],
  "images-srcset-parens": [
    "html",
    50000,
    (n) => `<img alt=a src=a.png srcset="a ${repeat("(", n)}">`,
  ],
  "images-sizes": [
    "html",
    20000,
    (n) => `<img alt=a src=a.png srcset="a.png 1w" sizes="${repeat("(min-width:1px) 1px,", n)}">`,
  ],
  "picture-sources": [
    "html",
    8000,
    (n) =>
      `<picture>${each(n, (i) => `<source srcset="a${i}.webp" media="(min-width:${i}px)">`)}<img src=a.png alt=a></picture>`,
  ],
  "img-dup-attrs": [
    "html",
    3000,
    (n) => repeat(`<img alt="a" src="b.png" width="${"1"}" height="1">\n`, n),
  ],
};
