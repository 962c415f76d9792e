import { plainSyntax, type Syntax } from "../article/syntax.js";
import type { SiteSettings } from "../facts/site-settings.js";
import type {
  CodeFences,
  Engine,
  Folders,
  FrontMatterReading,
  LinkTreatment,
  MarkdownDialect,
  Recognition,
  Slugger,
  WrittenArticle,
} from "./engine.js";
import { isLateRule } from "./fences.js";
import { github } from "./github-slug.js";
import type { IncludeReading } from "./includes.js";
import { createPlainRouter } from "./plain-router.js";
import type { TemplateSyntax } from "./templates.js";
import { readUsualSite } from "./usual-site.js";

/** An engine as it is declared: what is left out is as in plain folders of Markdown. */
export interface EngineDefinition<Name extends string = string>
  extends Partial<Pick<Engine, "hosts" | "publishes" | "readSite" | "readsFile" | "createRouter">>,
    Partial<Pick<Engine, "redirects" | "navigation" | "contentSchemas">> {
  /** As configs and reports write it: lower case, words joined by hyphens. */
  readonly name: Name;
  /** As its makers write it. */
  readonly label: string;
  readonly recognition?: Partial<Omit<Recognition, "evidence">> & {
    readonly evidence?: Partial<Recognition["evidence"]>;
  };
  readonly folders?: Partial<Folders>;
  readonly frontMatter?: Partial<FrontMatterReading>;
  readonly markdown?: Partial<Omit<MarkdownDialect, "syntaxOf" | "fences">> & {
    readonly fences?: Partial<CodeFences>;
    /** The sluggers of every site. */
    readonly sluggers?: readonly Slugger[];
    /** What is not as in plain folders. */
    syntaxOf?(article: WrittenArticle, site: SiteSettings): Partial<Syntax>;
  };
  readonly templates?: Pick<TemplateSyntax, "style" | "names"> & Partial<TemplateSyntax>;
  readonly links?: Partial<LinkTreatment>;
  readonly includes?: Pick<IncludeReading, "includesOf"> & Partial<IncludeReading>;
  /** The key of the site's config that moves the folder of sources, where `readSite` is left out. */
  readonly sourcesKey?: string;
}

const NAME = /^[a-z][a-z0-9-]*$/;

/**
 * Declares a site engine.
 *
 * @throws {TypeError} when the name is not lower case, words joined by hyphens.
 */
export function defineEngine<const Name extends string>(
  definition: EngineDefinition<Name>,
): Engine & { readonly name: Name } {
  const { name, label, recognition, frontMatter, markdown, templates, links } = definition;
  if (!NAME.test(name)) throw new TypeError(`Engine name "${name}" is not lower-case words.`);
  const folders: Folders = {
    sources: "",
    content: [""],
    notArticles: [],
    posts: [],
    drafts: [],
    static: [],
    built: [],
    ...definition.folders,
  };
  return {
    name,
    label,
    hosts: definition.hosts ?? [],
    publishes: definition.publishes ?? true,
    recognition: {
      configFiles: [],
      sharedConfigFiles: [],
      evidenceIn: () => 0,
      layoutEvidence: () => undefined,
      ...recognition,
      evidence: { packages: [], folders: [], keys: [], ...recognition?.evidence },
    },
    folders,
    frontMatter: {
      preset: undefined,
      isRequired: false,
      titleFrom: [],
      derivesTitle: () => false,
      datesFromFile: true,
      describesFromText: false,
      bodyShowsTitle: false,
      dateKeys: [],
      hasTimezone: true,
      holdBack: ["draft", "true"],
      noPageKeys: [],
      makesNoPage: () => false,
      routeKeys: [],
      nameKeys: [],
      tree: undefined,
      addressKeys: [],
      formerAddressKeys: [],
      permalinkNeeds: undefined,
      ignoresKeyCase: false,
      readsSingularAndPlural: false,
      escapesValues: true,
      categoriesArePath: false,
      linkKeys: [],
      pictureKeys: undefined,
      imageIsForCards: false,
      grayMatterYaml: undefined,
      readers: label,
      leading: () => "lost",
      understandsFence: isLateRule,
      headWithoutFence: () => undefined,
      ...frontMatter,
    },
    markdown: {
      renderer: "commonmark",
      rawBlocksOf: () => undefined,
      curlsQuotes: () => false,
      closesQuotesAfterText: () => false,
      hasDefinitions: false,
      plainComponents: [],
      hasComponents: false,
      refusesUnclosed: false,
      choice: undefined,
      listComponents: undefined,
      branches: undefined,
      takesReactAttributes: false,
      fillsTableHeads: false,
      spacesDelimiters: false,
      namesImages: () => false,
      mayDefineLabels: () => false,
      namesInMdx: () => undefined,
      rendersCjkEmphasis: () => false,
      idsOf: () => [],
      boxDefectsOf: () => [],
      hasStrictLists: () => false,
      sluggersOf: () => markdown?.sluggers ?? [github],
      ...markdown,
      fences: {
        isText: () => false,
        closesBraces: false,
        refusesBackwards: false,
        words: {},
        ...markdown?.fences,
      },
      syntaxOf: (article, site) => ({
        ...plainSyntax(article.path),
        ...markdown?.syntaxOf?.(article, site),
      }),
    },
    templates:
      templates === undefined
        ? undefined
        : {
            refusesUnknownTags: false,
            parsesArguments: false,
            runsInCode: false,
            escapesCode: false,
            idsOf: () => [],
            optsOut: ({ format }) => format === "mdx",
            ...templates,
          },
    links: {
      addsBasePath: () => "unknown",
      sourceLinks: undefined,
      fragmentOf: (_, fragment) => fragment,
      fillsLabels: () => false,
      decidesSlash: () => false,
      resizesImages: false,
      imagePlugin: undefined,
      hasBundles: false,
      judgesWholePosts: () => undefined,
      listsShowPosts: false,
      ...links,
    },
    includes:
      definition.includes === undefined
        ? undefined
        : { defectsOf: () => [], hasPart: () => true, ...definition.includes },
    redirects: definition.redirects,
    navigation: definition.navigation,
    contentSchemas: definition.contentSchemas,
    readSite:
      definition.readSite ??
      ((site, reader) => readUsualSite(site, reader, folders, definition.sourcesKey)),
    readsFile: definition.readsFile ?? (() => true),
    createRouter: definition.createRouter ?? createPlainRouter,
  };
}
