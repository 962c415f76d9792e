import { describe, expect, it } from "vitest";
import { layoutIds } from "../../../src/engines/read/layout-ids.js";

function idsOf(texts: Readonly<Record<string, string>>): readonly string[] | undefined {
  const paths = Object.keys(texts);
  const files = { list: () => paths, text: (path: string) => texts[path] };
  return layoutIds("quay", (name) => (name in texts ? name : undefined), files);
}

describe("layoutIds", () => {
  it("follows includes and outer layouts", () => {
    const texts = {
      quay: '---\nlayout: shore\n---\n{% include "boat" %}<p id=oar>',
      shore: '<main id="sea">',
      boat: "<b id='mast'>",
    };
    expect(idsOf(texts)?.toSorted()).toEqual(["mast", "oar", "sea"]);
  });

  it("knows what the tag of an include hands over", () => {
    const boat = '{% capture at %} id="{{ include.id }}"{% endcapture %}';
    expect(idsOf({ quay: '{% include boat id="gig" of=page %}', boat })).toContain("gig");
    expect(idsOf({ quay: "{% include boat of=page\n  class='x' %}", boat })).toEqual([""]);
    expect(idsOf({ quay: "{% include boat id=page.name %}", boat })).toBeUndefined();
  });

  it("takes no ids from comments, scripts and style sheets", () => {
    const texts = {
      quay: '{% comment %}<b id="{{ x }}">{% endcomment %}{# <b id="{{ y }}"> #}<script>let id = `${z}`;</script>{% js %}{% include "oar.js" %}{% endjs %}',
      "oar.js": "const id = {};",
    };
    expect(idsOf(texts)).toEqual([]);
  });

  it("gives up where data or code prints ids", () => {
    expect(idsOf({ quay: '<b id="boat-{{ name }}">' })).toBeUndefined();
    expect(idsOf({ quay: '{% include "boat.11ty.js" %}', "boat.11ty.js": "" })).toBeUndefined();
  });
});
