import * as z from "zod";
import {
  alsoAt,
  attributeOf,
  attributesOf,
  bySite,
  defineRule,
  type Element,
  excerpt,
  type JsxComponent,
  jsxComponentsOf,
  lazily,
  nearestOf,
  pageIdentity,
  type Range,
  type RareSlip,
  rangeOf,
  rangeSchema,
  rareSlip,
  replace,
} from "../../src/rules.js";
import { isOrphanBranch } from "./lib/branches.js";
import { choiceDefects } from "./lib/choices.js";
import { boundNames, declaredNames, scriptedNames } from "./lib/declared-names.js";
import { wrongListIn } from "./lib/list-components.js";
import { doubleNumbers, numberedIn, numberedSchema } from "./lib/numbers.js";
import { doubleSlots } from "./lib/slots.js";

/** So many articles that use a component show what one is called that a single article uses. */
const LEAST_USERS = 3;
const COMPONENT = /^<([A-Z][A-Za-z\d]+)[\s/>]/;
const LONGEST_NAME = 60;
const SHORTEST_NAME = 6;
/** In such a name, two letters may be wrong. */
const LONG_NAME = 9;
/** So many articles that import a component show that nothing else provides it. */
const LEAST_IMPORTS = 3;
/** Of so many articles with a component, one without its import is a slip. */
const LEAST_RATIO = 10;

/** Names of React for attributes of HTML, as they are written in articles. */
const REACT_NAMES: Readonly<Record<string, string>> = { class: "className", for: "htmlFor" };

const useSchema = z.strictObject({
  name: z.string(),
  range: rangeSchema,
  /** Whether it is used in an expression. */
  isValue: z.boolean(),
});
/** What an expression begins with: `{tide.high}`. */
const VALUE = /^\{\s*([A-Za-z$][\w$]*)\s*(?:\}$|\??\.[A-Za-z_$]|\[|\()/;

export default defineRule({
  id: "html/component",
  summary: "Components are imported, and get what they need",
  fixes: ["suggestion"],
  references: ["https://mdxjs.com/docs/using-mdx/#components"],
  facts: z.strictObject({
    declared: z.array(z.string()),
    /** Those of them that imports and exports give to something. */
    bound: z.array(z.string()),
    /** Names that a script of the article imports, where it is a template itself. */
    scripted: z.array(z.string()),
    used: z.array(useSchema),
    numbered: z.array(numberedSchema),
  }),
  messages: {
    notImported: {
      severity: "error",
      what: "The component <{name}> is not imported.",
      why: "{engine} stops the build here. {count} of this site import it.",
      help: "Add the import, as in {example}.",
    },
    valueNotImported: {
      severity: "error",
      what: "The name {name} is not imported.",
      why: "{engine} stops the build here. {count} of this site import it.",
      help: "Add the import, as in {example}.",
    },
    misspelt: {
      severity: "error",
      what: "There is no component <{name}>.",
      why: "It is neither imported nor defined in this article, so {engine} stops the build here.",
      help: "Write <{meant}>, which the article has.",
    },
    unresolved: {
      severity: "error",
      what: "There is no component <{name}>.",
      why: "The script of this article imports <{meant}>, and readers see nothing in place of <{name}>.",
      help: "Write <{meant}>.",
    },
    usedOnce: {
      severity: "warning",
      what: "No other article of the site has a component <{name}>.",
      why: "{count} articles have <{meant}>, so the name is probably misspelled, and readers miss what it shows.",
      help: "Write <{meant}>, if that is what you mean.",
    },
    choiceTwice: {
      severity: "error",
      what: 'Two <{item}> of one <{group}> have the {key} "{value}".',
      why: "{engine} stops the build here, since it cannot tell the two apart.",
      help: "Give each <{item}> a {key} of its own.",
    },
    choiceShared: {
      severity: "warning",
      what: 'Two <{item}> of one <{group}> have the {key} "{value}".',
      why: "{engine} shows both of them for one label, and nothing for a label without one.",
      help: "Give each <{item}> a {key} of its own.",
    },
    choiceLabel: {
      severity: "warning",
      what: 'Two <{item}> of one <{group}> have the label "{label}".',
      why: "Readers cannot tell the two apart before they open them.",
      help: "Give each <{item}> a label of its own.",
    },
    choiceUnnamed: {
      severity: "error",
      what: "This <{item}> has no {key}.",
      why: "{engine} stops the build here: every <{item}> of a <{group}> needs one.",
      help: "Add {key} with a name that the other <{item}> do not have.",
    },
    choiceAbsent: {
      severity: "error",
      what: 'No <{item}> of this <{group}> has the {key} "{value}".',
      why: "{engine} stops the build here: what should be shown first is not there.",
      help: "Write the {key} of one of its <{item}>: {values}.",
    },
    wrongList: {
      severity: "error",
      what: "<{name}> must contain exactly one {list}.",
      why: "{engine} stops the build here: it finds {found}.",
      help: "Indent what belongs to an item as far as its text, and put all else outside of <{name}>.",
    },
    orphanBranch: {
      severity: "error",
      what: "{attribute} does not follow an element with {first}.",
      why: "{engine} stops the build here: the element before this one decides whether it is shown.",
      help: "Move the element right after the one with {first}, or delete {attribute}.",
    },
    slotTwice: {
      severity: "error",
      what: 'The slot "{value}" of <{name}> is filled twice.',
      why: "{engine} stops the build here, since it cannot tell which of the two to show.",
      help: "Give one of the two the name of another slot, or make one of both.",
    },
    numberTwice: {
      severity: "warning",
      what: "Another <{name}> of {place} also has the number {value}.",
      why: "Readers who look for number {value} find one of the two, and all others have numbers of their own.",
      help: "Give one of the two its own number.",
    },
    styleText: {
      severity: "error",
      what: "In MDX, style takes an object, not a text.",
      why: "{engine} stops the build here: React refuses a text.",
      help: "Write the style as an object with names in camel case, or use a class.",
    },
    attributeName: {
      severity: "info",
      what: "In MDX, the attribute {name} is called {meant}.",
      why: "React takes the names of properties in JavaScript and warns of others.",
      help: "Write {meant}.",
    },
  },
  check({ article, engine, settings, report, leaveFact }) {
    const { choice, listComponents, branches, takesReactAttributes } = engine.markdown;
    const { label } = engine;
    const reactNames = new Map<string, Range[]>();
    const used = new Map<string, Range>();
    const values = new Map<string, Range>();
    const isMdx = article.format === "mdx";
    const declared = isMdx ? declaredNames(article) : new Set<string>();
    for (const element of article.elements) {
      const origin = article.originOf(element);
      if (origin === "markdown") continue;
      if (branches !== undefined) {
        checkBranch(element);
        if (origin === "html") useTag(rangeOf(element).start);
      }
      if (origin !== "jsx") continue;
      if (takesReactAttributes) checkReact(element);
    }
    for (const component of jsxComponentsOf(article)) {
      if (component.name === choice?.group) checkChoice(component);
      const wrong = listComponents && wrongListIn(article, component, listComponents);
      if (wrong !== undefined)
        report({
          messageId: "wrongList",
          range: component.opening,
          data: { name: component.name, ...wrong, engine: label },
        });
      const [name = ""] = component.name.split(".");
      const start = component.opening.start + 1;
      if (/^[A-Z]/.test(name) && !declared.has(name) && !used.has(name))
        used.set(name, { start, end: start + name.length });
    }
    // Where it is known what the engine provides, that is judged without other articles.
    if (isMdx && engine.markdown.namesInMdx(settings.site) === undefined) {
      for (const { range } of article.expressions) {
        const [, name] = VALUE.exec(article.source.slice(range.start, range.end)) ?? [];
        if (name === undefined || declared.has(name) || used.has(name) || values.has(name))
          continue;
        values.set(name, range);
      }
    }
    const slots = branches === undefined ? [] : doubleSlots(article);
    for (const { name, value, attribute, first } of slots) {
      const related = [{ range: first.range, message: "the first one" }];
      const data = { name, value, engine: label };
      report({ messageId: "slotTwice", range: attribute.range, related, data });
    }
    for (const [name, [first, ...others]] of reactNames) {
      if (first === undefined) continue;
      const meant = REACT_NAMES[name] ?? name;
      report({
        messageId: "attributeName",
        range: first,
        data: { name, meant },
        related: alsoAt(others),
        suggestions: [
          {
            message: `Write ${meant}`,
            edits: [first, ...others].map((range) => replace(range, meant)),
          },
        ],
      });
    }
    const numbered = [...numberedIn(article)];
    const takesNames = isMdx || branches !== undefined;
    const names = takesNames ? [...used] : [];
    const valueNames = takesNames ? [...values] : [];
    const scripted = branches === undefined ? [] : scriptedNames(article);
    if (declared.size + names.length + valueNames.length + numbered.length > 0)
      leaveFact({
        declared: [...declared],
        // What the article uses is not what it meant to use.
        scripted: scripted.filter((name) => !used.has(name)),
        bound: isMdx ? [...boundNames(article)] : [],
        used: [
          ...names.map(([name, range]) => ({ name, range, isValue: false })),
          ...valueNames.map(([name, range]) => ({ name, range, isValue: true })),
        ],
        numbered,
      });
    return;

    /** Tags are components where elements may have branches. */
    function useTag(start: number): void {
      const [, name] = COMPONENT.exec(article.source.slice(start, start + LONGEST_NAME)) ?? [];
      if (name !== undefined && !used.has(name))
        used.set(name, { start: start + 1, end: start + 1 + name.length });
    }

    function checkBranch(element: Element): void {
      if (branches === undefined) return;
      const attribute = branches.further.flatMap(
        (name) => attributeOf(article, element, name) ?? [],
      )[0];
      if (attribute === undefined || !isOrphanBranch(article, element, branches)) return;
      report({
        messageId: "orphanBranch",
        range: attribute.range,
        data: { attribute: attribute.name, first: branches.first, engine: label },
      });
    }

    function checkChoice(group: JsxComponent): void {
      if (choice === undefined) return;
      const key = choice.named?.key ?? choice.label;
      for (const defect of choiceDefects(group, choice)) {
        const data = { item: choice.item, group: choice.group, engine: label };
        const { range } = defect;
        if (defect.kind === "unnamed")
          report({ messageId: "choiceUnnamed", range, data: { ...data, key } });
        else if (defect.kind === "sameLabel")
          report({
            messageId: "choiceLabel",
            range,
            data: { item: data.item, group: data.group, label: excerpt(defect.label) },
            related: [{ range: defect.first, message: "the first one" }],
          });
        else if (defect.kind === "twice" || defect.kind === "shared")
          report({
            messageId: defect.kind === "twice" ? "choiceTwice" : "choiceShared",
            certainty: defect.kind === "twice" ? "certain" : "likely",
            range,
            data: { ...data, key, value: defect.value },
            related: [{ range: defect.first, message: "the first one" }],
          });
        else
          report({
            messageId: "choiceAbsent",
            range,
            data: {
              ...data,
              key,
              value: defect.value,
              values: defect.values.join(", "),
            },
          });
      }
    }

    function checkReact(element: Element): void {
      for (const { name, range, hasValue, unknown } of attributesOf(article, element)) {
        if (unknown || !hasValue) continue;
        if (name === "style") report({ messageId: "styleText", range, data: { engine: label } });
        const [written] = article.source.slice(range.start, range.end).split(/[\s=]/, 1);
        if (written !== name || REACT_NAMES[name] === undefined) continue;
        const place = { start: range.start, end: range.start + name.length };
        const known = reactNames.get(name);
        if (known === undefined) reactNames.set(name, [place]);
        else known.push(place);
      }
    }
  },
  site({ site, articles, report }) {
    // Editions number their components alike.
    for (const members of bySite(articles, ({ facts }) => pageIdentity(facts.path).edition)) {
      const all = members.map(({ facts: { path }, fact }) => ({
        path,
        numbered: fact?.numbered ?? [],
      }));
      for (const { path, double, first } of doubleNumbers(all)) {
        const { name, value, range } = double;
        const place = first.path === path ? "this article" : "the site";
        const related = [
          { ...first, message: first.path === path ? "the first one" : "the other one" },
        ];
        report({ path, range, messageId: "numberTwice", related, data: { name, value, place } });
      }
    }
    for (const members of bySite(articles)) {
      const folder = members[0]?.settings.site.folder ?? "";
      const files = lazily(() => new Set(site.filesOf(folder).map(stemOf)));
      const importers = new Map<string, string[]>();
      const binders = new Map<string, number>();
      const users = new Map<string, number>();
      for (const { facts, fact } of members) {
        for (const name of fact?.declared ?? []) {
          const known = importers.get(name);
          if (known === undefined) importers.set(name, [facts.path]);
          else known.push(facts.path);
        }
        for (const name of fact?.bound ?? []) binders.set(name, (binders.get(name) ?? 0) + 1);
        for (const { name } of fact?.used ?? []) users.set(name, (users.get(name) ?? 0) + 1);
      }
      for (const { facts, fact, engine } of members) {
        for (const { name, range, isValue } of fact?.used ?? []) {
          const { path } = facts;
          const imports = importers.get(name) ?? [];
          const [example = ""] = imports;
          const others = users.get(name) ?? 1;
          if (isValue && (binders.get(name) ?? 0) < imports.length) continue;
          const isSlip =
            imports.length >= LEAST_IMPORTS &&
            (others === 1 || others * LEAST_RATIO <= imports.length);
          if (isSlip) {
            const count = `${imports.length} articles`;
            const data = { name, engine: engine.label, count, example };
            const messageId = isValue ? "valueNotImported" : "notImported";
            report({ path, range, messageId, data });
            continue;
          }
          if (isValue || imports.length > 0 || users.get(name) !== 1) continue;
          const isScripted = (fact?.scripted ?? []).length > 0;
          const meant = nearestOf(name, (isScripted ? fact?.scripted : fact?.declared) ?? [], {
            limit: name.length > 4 ? 2 : 1,
            swaps: true,
          });
          if (meant === undefined) {
            const slip = rareComponent(name, users);
            if (slip === undefined || files().has(name)) continue;
            const data = { name, meant: slip.meant, count: slip.count };
            report({ path, range, messageId: "usedOnce", certainty: "likely", data });
            continue;
          }
          const data = { name, meant, engine: engine.label };
          const messageId = isScripted ? "unresolved" : "misspelt";
          report({ path, range, messageId, certainty: "likely", data });
        }
      }
    }
  },
});

/** What a component that one article uses is called in others; undefined for a short name, which may well be another. */
function rareComponent(name: string, users: ReadonlyMap<string, number>): RareSlip | undefined {
  if (name.length < SHORTEST_NAME) return undefined;
  return rareSlip(name, users, { least: LEAST_USERS, limit: name.length < LONG_NAME ? 1 : 2 });
}

/** The name of a file without its folder and endings. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
}
