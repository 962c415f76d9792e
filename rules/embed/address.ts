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

const useSchema = z.strictObject({
  name: z.string(),
  isTag: z.boolean(),
  isNamed: z.boolean(),
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
        return addresses <= MOST_ADDRESSES && same.length - addresses >= LEAST_IDS * addresses;
      };
      for (const { facts, fact } of members) {
        const { path } = facts;
        for (const { name, isTag, isNamed, range, idInAddress: id } of fact ?? []) {
          if (id === undefined) continue;
          const isOwn = isTag && site.isBuiltIn(path, name);
          if (!isOwn && !(isNamed && isHabit(name, isTag))) continue;
          report({
            path,
            range,
            messageId: "whole",
            certainty: isOwn ? "certain" : "likely",
            data: { name, id },
            suggestions: [{ message: `Write ${id}`, edits: [replace(range, id)] }],
          });
        }
      }
    }
  },
});
