import * as z from "zod";
import { bySite, defineRule, excerpt, rangeSchema, replace } from "../../src/rules.js";
import { embedAddressOf } from "./lib/embeds.js";
import table from "./lib/page-addresses.json" with { type: "json" };
import { playerUsesIn, type WrongId, wrongIdInAddress, wrongIdsIn } from "./lib/player-ids.js";

const SERVICES = table.services.map(({ name, page, embed }) => ({
  name,
  page: new RegExp(page),
  embed,
}));

/** So many ids for each address that is written in the place of one show that the site's own tag takes ids. */
const LEAST_IDS = 10;
const MOST_ADDRESSES = 2;
/** A tag that a site has made for itself is used in fewer ways: so many ids are enough for one address. */
const LEAST_IDS_OF_OWN = 5;
/** Code that takes the id out of an address. */
const READS_ADDRESSES =
  /watch(?!\?v=["']?\s?[$+{])|youtu\.be(?!\/["']?\s?[$+{])|(?<!player\.)vimeo\.com(?!\/["']?\s?[$+{])|new URL\(/;
/** Texts, data and media, in which no code is. */
const NO_CODE =
  /\.(?:mdx?|markdown|txt|json|ya?ml|toml|csv|lock|s?css|less|png|jpe?g|gif|svg|webp|avif|ico|pdf|zip|mp4|webm|woff2?|ttf)$/i;
/** So far from its name the code of a tag may go on. */
const NEAR = 1500;

const useSchema = z.strictObject({
  name: z.string(),
  isTag: z.boolean(),
  isNamed: z.boolean(),
  isOwn: z.boolean(),
  range: rangeSchema,
  idInAddress: z.string().optional(),
});

/** The service whose page an address is, and what a frame can show instead. */
function playerOf(url: string): { readonly name: string; readonly embed: string } | undefined {
  const address = url.trim().replace(/^(?:https?:)?\/\//i, "");
  for (const { name, page, embed } of SERVICES) {
    const [, one = "", two = ""] = page.exec(address) ?? [];
    if (one !== "") return { name, embed: embed.replace("$1", one).replace("$2", two) };
  }
  return undefined;
}

export default defineRule({
  id: "embed/address",
  summary: "Players of videos and songs have their own address, and an id that can be one",
  fixes: ["suggestion"],
  references: [
    "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Frame-Options",
  ],
  facts: z.array(useSchema),
  messages: {
    page: {
      severity: "error",
      what: "{name} does not let a frame show this page.",
      why: "Readers see an error message, or nothing, in the place of the player.",
      help: "Use the address of the player: {embed}",
    },
    id: {
      severity: "error",
      what: '"{id}" is not a valid {service} id.',
      why: "{service} ids are {form}, so readers see an error message instead of the player.",
      help: "Copy the id again, from the address of the page.",
    },
    whole: {
      severity: "error",
      what: '"{name}" takes an id, but this is a whole address.',
      why: "The player's address is built from the id, so readers see an error message instead of the player.",
      help: "Write the id alone: {id}.",
    },
  },
  check({ article, report, leaveFact }) {
    const tell = ({ range, id, service, form }: WrongId): void => {
      report({ messageId: "id", range, data: { id: excerpt(id), service, form } });
    };
    for (const found of wrongIdsIn(article)) tell(found);
    const uses = playerUsesIn(article);
    if (uses.length > 0) leaveFact(uses.map((use) => ({ ...use, range: { ...use.range } })));
    return {
      iframe(element) {
        const address = embedAddressOf(article, element);
        if (address === undefined || address.unknown) return;
        const player = playerOf(address.value);
        if (player === undefined) {
          const found = wrongIdInAddress(address.value, address.valueRange);
          if (found !== undefined) tell(found);
          return;
        }
        report({
          messageId: "page",
          range: address.valueRange,
          data: player,
          suggestions: [
            {
              message: "Use the address of the player",
              edits: [replace(address.valueRange, player.embed)],
            },
          ],
        });
      },
    };
  },
  site({ site, articles, report }) {
    for (const members of bySite(articles)) {
      const uses = members.flatMap(({ fact }) => fact ?? []);
      const isHabit = (name: string, isTag: boolean): boolean => {
        const same = uses.filter((use) => use.name === name && use.isTag === isTag);
        const addresses = same.filter(({ idInAddress }) => idInAddress !== undefined).length;
        const least = same.some(({ isOwn }) => isOwn) ? LEAST_IDS_OF_OWN : LEAST_IDS;
        return addresses <= MOST_ADDRESSES && same.length - addresses >= least * addresses;
      };
      const [first] = members;
      const takesIdsOnly = (name: string): boolean =>
        site
          .filesOf(first?.settings.site.folder ?? "")
          .filter((path) => !NO_CODE.test(path))
          .every((path) => !readsAddresses(site.textOf(path) ?? "", name, path));
      for (const { facts, fact } of members) {
        const { path } = facts;
        for (const { name, isTag, isNamed, isOwn, range, idInAddress: id } of fact ?? []) {
          if (id === undefined) continue;
          const isBuiltIn = isTag && site.isBuiltIn(path, name);
          const isUsual = (isNamed || isOwn) && isHabit(name, isTag);
          if (!isBuiltIn && !(isUsual && (!isOwn || takesIdsOnly(name)))) continue;
          report({
            path,
            range,
            messageId: "whole",
            certainty: isBuiltIn ? "certain" : "likely",
            data: { name, id },
            suggestions: [{ message: `Write ${id}`, edits: [replace(range, id)] }],
          });
        }
      }
    }
  },
});

/** Whether a file that is called as a tag, or has its name in it, also takes addresses. */
function readsAddresses(text: string, name: string, path: string): boolean {
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
  if (file.toLowerCase() === name.toLowerCase()) return READS_ADDRESSES.test(text);
  for (let at = text.indexOf(`"${name}"`); at !== -1; at = text.indexOf(`"${name}"`, at + 1))
    if (READS_ADDRESSES.test(text.slice(at, at + NEAR))) return true;
  return false;
}
