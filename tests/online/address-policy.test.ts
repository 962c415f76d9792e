import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../src/online/address-policy.js";
import { checkExternal } from "../../src/online/index.js";
import { runs } from "../runs.js";
import { type Lab, openLab, pages, QUICK } from "./lab.js";

const PRIVATE = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "100.64.0.1",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.7",
  "203.0.113.9",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
];

const PUBLIC = [
  "1.1.1.1",
  "8.8.8.8",
  "93.184.216.34",
  "100.128.0.1",
  "172.32.0.1",
  "223.255.255.1",
];

const hex = (address: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
};

describe("isPublicAddress", () => {
  it.each(PRIVATE)("refuses %s, also inside IPv6", (address) => {
    for (const spelling of [
      address,
      `::ffff:${address}`,
      `::FFFF:${hex(address)}`,
      `0:0:0:0:0:ffff:${hex(address)}`,
      `64:ff9b::${address}`,
      `2002:${hex(address)}::1`,
      `[::ffff:${address}]`,
      `::${address}`,
    ])
      expect(isPublicAddress(spelling), spelling).toBe(false);
  });

  it.each([
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fdff::1",
    "fec0::1",
    "ff02::1",
    "2001::1",
    "2001:db8::1",
    "3fff::1",
    "100::1",
    "64:ff9b:1::1",
    "4000::1",
    "localhost",
    "",
    "1.2.3",
    "0177.0.0.1",
  ])("refuses %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([...PUBLIC, ...PUBLIC.map((one) => `::ffff:${one}`), "2606:2800:220:1::1"])(
    "lets %s pass",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it("judges every spelling of an IPv6 address alike", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const canonical = new URL(`http://[${address}]/`).hostname;
        expect(isPublicAddress(address.toUpperCase())).toBe(isPublicAddress(canonical));
      }),
    );
  });
});

describe("private addresses", () => {
  let lab: Lab;
  afterEach(() => lab.close());
  const refused = { verdict: "unknown", reason: "private-address" };

  /** How people and tricksters write an IPv4 address in a URL. */
  const spelled = fc.tuple(fc.constantFrom(...PRIVATE), fc.nat(7)).map(([address, way]) => {
    const parts = address.split(".").map(Number);
    const [a = 0, b = 0, c = 0, d = 0] = parts;
    const number = ((a * 256 + b) * 256 + c) * 256 + d;
    return (
      [
        address,
        String(number),
        `0x${number.toString(16)}`,
        parts.map((part) => `0${part.toString(8)}`).join("."),
        parts.map((part) => `0x${part.toString(16)}`).join("."),
        `${a}.${(b * 256 + c) * 256 + d}`,
        `[::ffff:${address}]`,
        `${address}.`,
      ][way] ?? address
    );
  });

  it("are not connected to, however they are written", async () => {
    lab = await openLab((_request, response) => response.end());
    await fc.assert(
      fc.asyncProperty(spelled, async (host) => {
        const url = lab.url(host, "/");
        const { verdicts } = await checkExternal(pages(url), QUICK, lab.environment());
        expect(verdicts.get(url)).toMatchObject(refused);
      }),
      { numRuns: runs(60) },
    );
    expect(lab.seen).toEqual([]);
  });

  it("are refused when a name leads to them, alone or among others", async () => {
    lab = await openLab((_request, response) => response.end());
    for (const address of ["127.0.0.1", "::1", "::ffff:10.0.0.1", "169.254.169.254", "fe80::1"]) {
      const family = address.includes(":") ? 6 : 4;
      for (const others of [[], [{ address: "93.184.216.34", family: 4 }]] as const) {
        const url = lab.url("a.lab.net", "/");
        const resolver = async () => [...others, { address, family } as const];
        const environment = lab.environment({ resolver });
        const { verdicts } = await checkExternal(pages(url), QUICK, environment);
        expect(verdicts.get(url)).toMatchObject(refused);
      }
    }
    expect(lab.seen).toEqual([]);
  });

  it("are refused on every hop", async () => {
    lab = await openLab((request, response) => {
      const [, address = ""] = /^\/to\/(.*)$/.exec(request.url ?? "") ?? [];
      if (request.url === "/secret") response.end();
      else if (request.url?.startsWith("/far/")) {
        response.writeHead(302, { location: `/to/${request.url.slice(5)}` }).end();
      } else response.writeHead(302, { location: `http://${address}:${lab.port}/secret` }).end();
    });
    for (const path of ["/to/127.0.0.1", "/to/[::1]", "/to/inner.lab.net", "/far/2130706433"]) {
      const url = lab.url("a.lab.net", path);
      const environment = lab.environment({
        resolver: async (hostname) => {
          const address = hostname === "inner.lab.net" ? "10.1.2.3" : "93.184.216.34";
          return [{ address, family: 4 }];
        },
      });
      const { verdicts } = await checkExternal(pages(url), QUICK, environment);
      expect(verdicts.get(url), path).toMatchObject(refused);
    }
    expect(lab.seen.filter(({ path }) => path === "/secret")).toEqual([]);
  });

  it("are not reached by an answer of DNS that changes: each connection goes to what was judged for it", async () => {
    lab = await openLab((request, response) => {
      response.writeHead(request.method === "HEAD" ? 405 : 200, { connection: "close" }).end();
    });
    let lookups = 0;
    const reached: string[] = [];
    const url = lab.url("turning.lab.net", "/");
    const { verdicts } = await checkExternal(
      pages(url),
      QUICK,
      lab.environment({
        resolver: async () => [
          { address: lookups++ === 0 ? "93.184.216.34" : "127.0.0.1", family: 4 },
        ],
        reach: (address) => {
          reached.push(address);
          return { address: "127.0.0.1", family: 4 };
        },
      }),
    );
    expect(verdicts.get(url)).toMatchObject(refused);
    expect(lookups).toBe(2);
    expect(reached).toEqual(["93.184.216.34"]);
    expect(lab.seen).toHaveLength(1);
  });

  it("are asked when that is allowed", async () => {
    lab = await openLab((_request, response) => response.end());
    const url = lab.url("127.0.0.1", "/");
    const settings = { ...QUICK, allowPrivate: true };
    const { verdicts } = await checkExternal(pages(url), settings, lab.environment());
    expect(verdicts.get(url)).toMatchObject({ verdict: "ok" });
  });
});
