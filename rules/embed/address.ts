import { defineRule, excerpt, replace } from "../../src/rules.js";
import { embedAddressOf } from "./lib/embeds.js";
import table from "./lib/page-addresses.json" with { type: "json" };
import { type WrongId, wrongIdInAddress, wrongIdsIn } from "./lib/player-ids.js";

const SERVICES = table.services.map(({ name, page, embed }) => ({
  name,
  page: new RegExp(page),
  embed,
}));

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
  messages: {
    page: {
      severity: "error",
      what: "{name} does not let a frame show this page.",
      why: "Readers see an error message, or nothing, in the place of the player.",
      help: "Use the address of the player: {embed}",
    },
    id: {
      severity: "error",
      what: '{service} has nothing with the id "{id}".',
      why: "Its ids are {form}: readers see an error message in the place of the player.",
      help: "Copy the id again, from the address of the page.",
    },
  },
  check({ article, report }) {
    const tell = ({ range, id, service, form }: WrongId): void => {
      report({ messageId: "id", range, data: { id: excerpt(id), service, form } });
    };
    for (const found of wrongIdsIn(article)) tell(found);
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
});
