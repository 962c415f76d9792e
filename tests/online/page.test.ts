import { expect, it } from "vitest";
import { isSoftNotFound } from "../../src/online/page.js";

const asked = new URL("https://boats.example/tours/2019/blue");

it.each(["/", "/index.html", "/de", "/pt-br/", "/404.html", "/error"])(
  "takes a redirect to %s for a page that is gone",
  (path) => {
    expect(isSoftNotFound(asked, new URL(path, asked))).toBe(true);
  },
);

it.each(["/go", "/tv/", "/js", "/tours/blue", "/de?tour=blue"])(
  "takes a redirect to %s for a page that moved",
  (path) => {
    expect(isSoftNotFound(asked, new URL(path, asked))).toBe(false);
  },
);
