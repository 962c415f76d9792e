/**
 * Everything that a rule needs: rules under `rules/` import it from here, those of plugins from `copydesk/rules`.
 */

// The contract of a rule: what it declares, what it is given, what it reports.

export {
  type Asset,
  type Certainty,
  type CheckContext,
  type Dictionary,
  type Doubt,
  defineRule,
  type Edit,
  type ExternalRequest,
  type ExternalVerdict,
  type FragmentVerdict,
  type FrontMatterSchema,
  type JudgedEntry,
  type JudgedNavigation,
  type Listeners,
  type MessageDefinition,
  type NotJudgedReason,
  type OnlineContext,
  type OptionPath,
  type ReferenceClass,
  type RelatedPlace,
  type Resolution,
  type Resources,
  type Role,
  type Rule,
  type RuleDefinition,
  readFact,
  type SchemaIssue,
  type Settings,
  type Severity,
  type SiteContext,
  type SiteIndex,
  type Suggestion,
  type UnknownReference,
} from "./rule/index.js";

// What is known of an article and its site in the site stage.

export { type ArticleFacts, type Reference, rangeSchema } from "./facts/facts.js";
export type { Redirect, RedirectStep, Redirects } from "./facts/redirects.js";
export type { SiteSettings, SiteTable } from "./facts/site-settings.js";

// Articles: the tree, places, front matter, attributes, text, template syntax.

export type { Element, Nodes, RootContent, Text } from "hast";
export type { Article, ArticleFormat, TemplateTag } from "./article/article.js";
export { type Attribute, attributeOf, attributesOf, openingTagOf } from "./article/attributes.js";
export { normaliseLabel } from "./article/definitions.js";
export { lineAt } from "./article/front-matter/block.js";
export type {
  FrontMatter,
  FrontMatterEntry,
  ValuePath,
} from "./article/front-matter/front-matter.js";
export { readWithGrayMatter } from "./article/front-matter/gray-matter-reading.js";
export { largest, smallest } from "./article/largest.js";
export { rangeOf } from "./article/node-range.js";
export type { Problem, SyntaxHint } from "./article/problem.js";
export type { Point, Range } from "./article/range.js";
export { readResource } from "./article/resource.js";
export { nodeAfter, siblingsOf } from "./article/siblings.js";
export { scanTemplates } from "./article/template-scanner.js";
export { hasTemplateSyntax, TEMPLATE_FILLER } from "./article/templates.js";
export { type SourceText, textContentOf, textOf } from "./article/text.js";

// Work that is done once: for an article, a text, a character, a process.

export { lazily } from "./article/lazily.js";
export { perArticle } from "./article/per-article.js";
export { perUnit } from "./article/per-unit.js";
export { remembered } from "./article/remembered.js";

// Edits: how a fix or a suggestion changes the text.

export { insertAttribute, removeAttribute } from "./knowledge/edits/attribute-edits.js";
export { insert, replace } from "./knowledge/edits/edit.js";
export {
  innerRange,
  insertKey,
  lineEndingOf,
  quoted,
  removeEntry,
} from "./knowledge/edits/front-matter-edits.js";
export { alsoAt } from "./knowledge/edits/further-places.js";
export { elementDeletion, elementRemoval, paragraphRemoval } from "./knowledge/edits/removal.js";

// Engines: what the program that publishes an article can, and what all engines know together.

export type {
  Branches,
  Choice,
  Engine,
  FenceDefect,
  LeadingVerdict,
  ListComponents,
  RawBlocks,
} from "./engine/engine.js";
export { type IncludeFailure, includeSchema } from "./engine/includes.js";
export type { TemplateSyntax } from "./engine/templates.js";
export { ENGINE_HOSTS } from "./engines/hosts.js";
export { FRONT_MATTER_PRESETS } from "./engines/presets.js";

// Dates.

export {
  DATE_KEYS,
  type DateField,
  dateFields,
  EXPIRY_KEYS,
  PUBLICATION_KEYS,
} from "./knowledge/date/date-fields.js";
export { calendarDays, DAY, isBefore, spanOf } from "./knowledge/date/date-moments.js";
export {
  daysInMonth,
  impossibility,
  monthName,
  readDate,
  toIso,
  type WrittenDate,
  weekdayLike,
  weekdayName,
  weekdayOf,
} from "./knowledge/date/dates.js";
export { pathDate } from "./knowledge/date/path-date.js";

// Headings and their ids.

export { headingsOf } from "./knowledge/heading/article-ids.js";
export { headingIds } from "./knowledge/heading/heading-ids.js";
export { headingText } from "./knowledge/heading/heading-text.js";
export {
  type Heading,
  isHidden,
  levelOf,
  outlineHeadings,
} from "./knowledge/heading/outline-headings.js";

// Languages.

export { isNamed, languageName } from "./knowledge/language/cldr-names.js";
export {
  certainLanguage,
  contradictedBy,
  languageOf,
  languageOfSegment,
  languageOfTag,
  likelyLanguage,
  pathLanguage,
} from "./knowledge/prose/article-language.js";

// Links and addresses.

export { parsedUrl } from "./article/parsed-url.js";
export { percentDecoded } from "./article/percent-decoded.js";
export { basePathOf, homeOf, publicAddress } from "./knowledge/link/base-path.js";
export {
  answeredOverHttps,
  archived,
  askedLinks,
  externalLinks,
  movedTo,
  readdress,
} from "./knowledge/link/external-links.js";
export { needsNoTarget } from "./knowledge/link/free-fragments.js";
export {
  answersSecurely,
  hostNames,
  insecureHostOf,
  secureChanges,
  secureEdit,
} from "./knowledge/link/insecure-url.js";
export { foldLinkText, isGenericLinkText, linkNameOf } from "./knowledge/link/link-text.js";
export { linkToAddress } from "./knowledge/link/link-to-address.js";
export { type UrlDefect, urlDefectOf } from "./knowledge/link/malformed-url.js";
export {
  chainText,
  hasOneTarget,
  isCircle,
  isHostPath,
  isLasting,
} from "./knowledge/link/redirect-chain.js";
export { relativePath } from "./knowledge/link/relative-path.js";
export { targetKey } from "./knowledge/link/target-key.js";
export {
  isHostIn,
  isIdleScriptUrl,
  isOwnHost,
  schemeOf,
  strippedUrl,
  webHostOf,
} from "./knowledge/link/url-scheme.js";
export { embedHostOf, isFilledByScript } from "./knowledge/page/embed-scripts.js";
export { HOLD_BACK_REASONS } from "./knowledge/page/hold-back-reasons.js";
export { referencesOf } from "./knowledge/page/references.js";

// Markup as it is written.

export { awaitsOutsideAsync } from "./engines/read/await-places.js";
export { bracketProof, isTakenAsScript } from "./engines/read/bracket-proof.js";
export { yamlTabPlace } from "./engines/read/yaml-tabs.js";
export {
  type CodeBlock,
  type CodeLine,
  codeBlockOf,
  isCalledWrong,
  isCounterexample,
  isDeniedAfter,
  numbersLines,
  showsChange,
  taggedCodeBlocks,
  withoutTexts,
} from "./knowledge/markup/code-blocks.js";
export { componentNameAt, componentsIn } from "./knowledge/markup/components.js";
export { contentModel } from "./knowledge/markup/content-model.js";
export { type Crossing, crossingsIn } from "./knowledge/markup/crossed-tags.js";
export { type Declaration, isNoOp, readDeclarations } from "./knowledge/markup/inline-style.js";
export { type JsxComponent, jsxComponentsOf } from "./knowledge/markup/jsx-components.js";
export { kramdownElements } from "./knowledge/markup/kramdown-elements.js";
export { templateFlowOf } from "./knowledge/markup/template-flow.js";
export { type WrittenTag, writtenTagsOf } from "./knowledge/markup/written-tags.js";

// Pages: titles, descriptions, what is published.

export { soundEntries } from "./article/front-matter/sound-entries.js";
export { bySite } from "./knowledge/page/by-site.js";
export {
  DESCRIPTION_KEYS,
  type DescriptionField,
  descriptionFields,
  hasExcerptMarker,
  isRedirect,
  misspeltMarker,
  proposedDescription,
} from "./knowledge/page/description.js";
export { areEditions, areOfOneSeries, pageIdentity } from "./knowledge/page/page-identity.js";
export { pagesOfWords } from "./knowledge/page/pages-of-words.js";
export { isDraft, isPost, isPublished, makesPage } from "./knowledge/page/posts.js";
export {
  canonicalField,
  originDomain,
  registrable,
  sourceField,
} from "./knowledge/page/republished.js";
export { foldTitle, titleOf } from "./knowledge/page/title.js";
export { isErrorPage, isWholePage } from "./knowledge/page/whole-page.js";

// Pictures and captions.

export {
  ARTICLE_STATEMENTS,
  CAPTION_WEIGHT,
  type FakeCaption,
  fakeCaptionsOf,
  isInFakeCaption,
} from "./knowledge/picture/captions.js";
export { isForeign } from "./knowledge/picture/drawing.js";
export {
  HEADER_FIELDS,
  type HeaderField,
  headerFieldsOf,
  isStandInPicture,
  leadImageOf,
} from "./knowledge/picture/header-image.js";
export { IMAGE_KEYS, imageFieldsOf } from "./knowledge/picture/image-fields.js";
export {
  assetOf,
  isElsewhere,
  isSizedByStyle,
  isStyled,
  sizeText,
  tagImageOf,
  type WrittenImage,
  writtenImageOf,
  writtenImageSchema,
} from "./knowledge/picture/local-image.js";
export {
  ancestorOf,
  hasUnknownAttribute,
  isHiddenFromReaders,
  isIcon,
  LAZY_ATTRIBUTES,
  type PictureSource,
  pictureSourceOf,
} from "./knowledge/picture/picture-element.js";
export { resolveImage } from "./knowledge/picture/picture-resolve.js";
export { IMAGE_EXTENSIONS, unwrapPictureUrl } from "./knowledge/picture/picture-wrappers.js";
export { readSrcset } from "./knowledge/picture/srcset.js";
export {
  carriesOnlyData,
  isCounter,
  isInvisible,
  isTiny,
} from "./knowledge/picture/tracking-pixel.js";

// Patterns and globs that options or articles bring, in linear time.

export { literally, patternAround } from "./patterns/around.js";
export { globMatcher, globSchema } from "./patterns/globs.js";
export { isPattern, type LinearPattern, usablePattern } from "./patterns/linear.js";
export { phrasePattern } from "./patterns/phrase.js";

// Prose: paragraphs, sentences, what is not prose.

export { areInEntries } from "./knowledge/page/entries.js";
export {
  areParallel,
  comparedParagraphs,
  isRunningText,
  LEAST_COMPARED_WEIGHT,
  type Paragraph,
  paragraphsOf,
} from "./knowledge/prose/paragraphs.js";
export { type ProseText, proseTextsOf } from "./knowledge/prose/prose-text.js";
export { endsAsSentence, sentencesOf } from "./knowledge/prose/sentences.js";
export {
  codeRangesOf,
  isWrittenInMarkdown,
  overlapTest,
  verbatimRangesOf,
} from "./knowledge/prose/verbatim.js";

// Texts and characters.

export { isCommonEnglish, misspellingOf } from "./knowledge/english/misspelling.js";
export { excerpt } from "./knowledge/text/excerpt.js";
export { FNV_START, fnv1aStep, murmurMixed, textFingerprint } from "./knowledge/text/hashes.js";
export {
  type HiddenKind,
  type HiddenRun,
  hiddenCharacters,
} from "./knowledge/text/hidden-characters.js";
export { type MixedWord, mixedWords } from "./knowledge/text/homoglyphs.js";
export { Comparisons, editDistance, nearestOf } from "./knowledge/text/nearest.js";
export { fingerprintOf, normaliseText } from "./knowledge/text/normalise.js";
export { type RareSlip, rareSlip, usesOf } from "./knowledge/text/rare-slip.js";
export { countScripts, hasCjk, type ScriptCounts } from "./knowledge/text/script-counts.js";
export { withoutSignsAround } from "./knowledge/text/signs-around.js";
export { respelled, splitAddress } from "./knowledge/text/spelling.js";
export { isCjk, weightedLength } from "./knowledge/text/weighted-length.js";
