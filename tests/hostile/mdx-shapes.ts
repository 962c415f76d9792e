/** A source of numbers that are the same in every run. */
export type Chance = (below: number) => number;

export function chanceFrom(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What nests an expression, or goes on with it: before and after what is inside. */
const EXPRESSIONS = [
  ["(", ")"],
  ["[", "]"],
  ["{a:", "}"],
  ["({", "})"],
  ["f(", ")"],
  ["new A(", ")"],
  ["[...", "]"],
  ["{...", "}"],
  ["a[", "]"],
  ["`${", "}`"],
  ["a`${", "}`"],
  ["(a=>", ")"],
  ["a=>", ""],
  ["async a=>", ""],
  ["(a=", ")=>a"],
  ["({a=", "})=>a"],
  ["function(a=", "){}"],
  ["()=>{return ", "}"],
  ["function(){return ", "}"],
  ["class{a=", "}"],
  ["class extends ", "{}"],
  ["class{[", "](){}}"],
  ["class{static{", "}}"],
  ["{get a(){return ", "}}"],
  ["import(", ")"],
  ["!", ""],
  ["- ", ""],
  ["+ ", ""],
  ["~", ""],
  ["++", ""],
  ["typeof ", ""],
  ["void ", ""],
  ["delete ", ""],
  ["await ", ""],
  ["new ", ""],
  ["a?", ":b"],
  ["a?b:", ""],
  ["a=", ""],
  ["a||=", ""],
  ["1**", ""],
  ["a,", ""],
  ["a||", ""],
  ["a+", ""],
  ["a in ", ""],
  ["a instanceof ", ""],
  ['"b"+', ""],
  ["", "()"],
  ["", "[0]"],
  ["", ".a"],
  ["", "?.a"],
  ["", "?.()"],
  ["", "``"],
  ["", "||b"],
  ["", "+1"],
  ["", " in b"],
  ["", "**2"],
  ["<A>", "</A>"],
  ["<>", "</>"],
  ["<A>{", "}</A>"],
  ["<A b={", "}/>"],
  ["<A {...", "}/>"],
  ["<A b=", "/>"],
  ["< a.b >", "</ a.b >"],
  ["<A>x's {", "} </A>"],
  ["yield ", ""],
  ["<A> ", ""],
  ["<A>\n", ""],
  ["<A b='/'>", ""],
  ["<A b={", ""],
  ["a<A ", ""],
] as const;

/** What nests statements. */
const STATEMENTS = [
  ["{", "}"],
  ["if(a)", ""],
  ["if(a);else ", ""],
  ["if(a)b,c;else ", ""],
  ["if(a){}else ", ""],
  ["for(;;)", ""],
  ["for(a of b)", ""],
  ["for(a in b)", ""],
  ["while(a)", ""],
  ["do ", ";while(a)"],
  ["do ", " while(a)"],
  ["with(a)", ""],
  ["a:", ""],
  ["try{", "}finally{}"],
  ["try{}catch{", "}"],
  ["switch(a){case 1:", "}"],
  ["function f(){", "}"],
  ["class A{a(){", "}}"],
  ["class A{static{", "}}"],
  ["var a=()=>{", "}"],
] as const;

/** What means nothing to a parser, and may mislead whoever counts without one. */
const DECOYS = [
  "",
  "",
  "",
  '")"+',
  "'}'+",
  "`)`+",
  "`${1}]`+",
  "/[)]/,",
  "/\\)/+",
  "a/b+",
  "a++/1+",
  "a++/b/c+",
  "{}/1+",
  "({}/1)+",
  "(a)/1+",
  "/*)*/",
  "//)\n",
  "/*'*/",
  "/*`*/",
  "\n",
  "\n\n",
  " \n \n",
  "\r\n",
  '"\\""+',
  "'\\\\'+",
  "<a>'</a>,",
  "<a>`{1}</a>,",
  "<a b=\"}\" c='{'/>,",
  "0x1+",
  "1e5+",
  ".5+",
  "1..a+",
  "a.if+",
  "a.of/1+",
  "\u2028",
  "é+",
  "\\u0061+",
  "x`}`,",
  "function(){}/1+",
  "(()=>{})/1+",
  "class{}/1+",
  "a<b+",
  "a<b>c+",
  "(a)<b+",
  "[]<b>c+",
  "/`/,",
  "/'/,",
  "/[/`]/,",
  "1/`/`+",
  "of/1+",
  "async/1+",
  // No parser of JavaScript reads on after these, but whoever looks for the end of an element does.
  "a b ",
  "\"a\" 'b' ",
  "</A> ",
  "x's ",
  "`${'{'}`}  }` ",
  "}}} ",
  "if(a)/'/;}\n",
];

/** Statements that mislead, and are done with. */
const FINISHED = [
  "",
  "",
  ";",
  "a\n",
  "a;",
  '")";',
  "/'/;",
  "{}/'/;",
  "{}/`/;",
  "if(a)/`/;",
  "a/'/1;'",
  "of\n",
  "{}<a>`</a>;",
  "a++\n",
  "/*}*/",
  "//}\n",
  "a:/`/;",
  "()=>{}\n/`/;",
  "return\n/`/;",
];

/** Where code is in MDX. */
const PLACES: readonly (readonly [before: string, after: string])[] = [
  ["{", "}\n"],
  ["a {", "} b\n"],
  ["# a {", "}\n"],
  ["*{", "}*\n"],
  ["[{", "}](b)\n"],
  ["|a|\n|-|\n|{", "}|\n"],
  ["> {", "}\n"],
  ["> a\n{", "}\n"],
  ["> - {", "}\n"],
  ["- {", "}\n"],
  ["<A b={", "}/>\n"],
  ["<A {...", "}/>\n"],
  ["a <A b={", "}>c</A>\n"],
  ["<A>{", "}</A>\n"],
  ["<A>\n\n{", "}\n\n</A>\n"],
  ["export const a = ", "\n"],
  ["import b from 'b'\nexport const a = ", "\n"],
  ["export default ", "\n"],
  ["export const a = 1\n\n{", "}\n"],
  ["```\n{\n```\n\n{", "}\n"],
  ["`{` {", "}\n"],
  ["\\{ {", "}\n"],
  ["a { 'b\n\n{", "}\n"],
  ["<!-- ` -->\n\n{", "}\n"],
  ["{ ` }\n\n{", "}\n"],
  ["[a]: {", "}\n"],
  ["{a b ", "}\n"],
  ["<A b={a b ", "}/>\n"],
  ["{`${'{'}`}  }` ", "}\n"],
  ["`{` a ` b\n\n{a b ", "}\n"],
  ["# a ` b\nc ` d\ne ` {a b ", "} ` f\n"],
  ["| a ` | {a b ", "} ` |\n|-|-|\n"],
  ["export const a = `\n~~~\n`\n\n{a b ", "}\n"],
  ["> ```\n\n{a b ", "}\n"],
  ["- ```\n\n{a b ", "}\n"],
  ['<A b="\n~~~\n"/>\n\n{a b ', "}\n"],
  ["```\n```js\n```\n\n{a b ", "}\n"],
];

const BODIES: readonly (readonly [before: string, after: string])[] = [
  ["export function f(){", "}\n"],
  ["export function* f(){", "}\n"],
  ["export async function f(){", "}\n"],
  ["export const f = () => {", "}\n"],
  ["{()=>{", "}}\n"],
  ["<A b={()=>{", "}}/>\n"],
  ["{class{static{", "}}}\n"],
];

function pick<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[chance(items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}

/** MDX of some kilobytes to half a megabyte whose code nests deep, or seems to. */
export function mdxShape(chance: Chance): string {
  const isStatement = chance(3) === 0;
  const [before, after] = pick(isStatement ? BODIES : PLACES, chance);
  const cycle = Array.from({ length: 1 + chance(3) }, () => {
    const inStatement = isStatement && chance(3) > 0;
    const [open, close] = pick<readonly [string, string]>(
      inStatement ? STATEMENTS : EXPRESSIONS,
      chance,
    );
    const decoy = pick(inStatement ? FINISHED : DECOYS, chance);
    return { open: chance(2) === 0 ? open + decoy : decoy + open, close };
  });
  const opens = cycle.map(({ open }) => open).join("");
  const closes = cycle
    .map(({ close }) => close)
    .reverse()
    .join("");
  const size = 2 ** (12 + chance(7)) * (1 + chance(2));
  const count = Math.ceil(size / (opens.length + closes.length));
  const end = chance(5) === 0 ? "" : closes.repeat(count) + after;
  const text = `${before}${opens.repeat(count)}1${end}`;
  // The lines of a quote begin with its mark.
  return before.startsWith("> ") && chance(2) === 0 ? text.replaceAll("\n", "\n> ") : text;
}
