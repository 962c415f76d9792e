/** Markdown that every parser must take alike, by what it is about. */
export const samples: Readonly<Record<string, string>> = {
  headings: "# A *b*\n\nB\n===\n\n### `c` ###\n\n#hash\n",
  "paragraphs and breaks": "a  \nb\\\nc\n d\n\n\n   e\n",
  CRLF: "# a\r\n\r\nb\r\nc\r\n\r\n- d\r\n  e\r\n",
  emphasis: "*a **b** c*_d_ __e__ ***f*** a*b*c a_b_c ~~g~~ *中文*，**“字”**。\n",
  code: "`a` ``b ` c``\n\n```js title\nd\n```\n\n~~~\ne\n\n    f\n\n\tg\n",
  links:
    '[a](b "c") [d](<e f>) [g][h] [h] ![i *j*](k) <https://l.example> <m@n.example>\n\n[h]: o "p"\n',
  "bare addresses":
    "https://a.example/b?c=d. www.e.example, f@g.example（https://h.example/中文）\n",
  "entities and escapes": "&amp; &copy; &#65; &nope; \\* \\a &\n",
  quotes: "> a\nb\n>\n> > c\n> - d\n",
  lists: "- a\n- b\n\n  c\n  1. d\n  2. e\n     f\n\n* g\n+ h\n",
  tasks: "- [ ] a\n- [x] b\n",
  tables: "| a | b |\n|---|:-:|\n| `c\\|d` | e |\n| f |\n\n> g|h\n> -|-\n> i|j\n",
  footnotes: "a[^1] b[^n]\n\n[^1]: c\n[^n]: d\n\n    e\n",
  "raw HTML":
    '<div>\n*a*\n\n*b* <b class="c">d</b><br>\n</div>\n\n<!-- e\n\nf -->\n\n<script>\n\ng\n</script>\n',
  "HTML in containers": "> <div>\n> a\n> </div>\n\n- <p>\n  b</p>\n\n\t<i>\n\tc\n",
  rules: "a\n\n---\n* * *\n_____\n",
  "astral characters": "😀 *👨‍👩‍👧* [𠮷](a) `😀`\n\n| 😀 | b |\n|-|-|\n| 𠮷 | *c* |\n",
  MDX: "import a from 'b'\n\n# c {d}\n\n<E f=\"g\" h={i} {...j}>\n  k *l*\n</E>\n\n{/* m */}\n\nn <o.p/> {q} r\n\n<s>t</s>\n",
};
