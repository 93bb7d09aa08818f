import { describe, expect, it } from "vitest";
import type { OrganisationKind } from "~/domain/access/vocabulary";
import type { Collectivite } from "~/domain/directory/equipment-owner";
import { collectiviteOf, mayEquip } from "~/domain/directory/other-owner";
import type { OwnerKind } from "~/domain/directory/vocabulary";

const region = { kind: "region", code: "76" } as const;
const lot = { kind: "departement", code: "46" } as const;
const since = "2026-09-01";
const ownedBy = (kind: OwnerKind, code: string) => ({
  ownerKind: kind,
  ownerCode: code,
  validFrom: since,
});
const nobodys = { ownerKind: null, ownerCode: null, validFrom: since };

describe("mayEquip", () => {
  it.each([
    ["its own school", ownedBy("region", "76"), region, false, "own"],
    ["no record on that day", undefined, region, false, "unknown"],
    ["no record, an aid", undefined, region, true, "aid"],
    ["no collectivité owns it", nobodys, region, false, "no-collectivite"],
    ["nobody known pays", ownedBy("departement", "46"), null, false, "unknown"],
    ["an aid to its owner", ownedBy("commune", "46042"), region, true, "aid"],
    ["another région", ownedBy("region", "75"), region, false, undefined],
    ["the département", ownedBy("departement", "46"), region, false, undefined],
    ["another département", ownedBy("departement", "47"), lot, false, undefined],
    ["a commune of the same code", ownedBy("commune", "46"), lot, false, undefined],
    ["the région's school, the council pays", ownedBy("region", "76"), lot, false, undefined],
  ] as const)("%s", (_title, record, funder, isAid, because) => {
    const other = record?.ownerKind
      ? { owner: { kind: record.ownerKind, code: record.ownerCode }, since }
      : undefined;
    expect(mayEquip({ record, funder, isAid })).toEqual(
      because ? { ok: true, because } : { ok: false, other },
    );
  });

  it.each<[title: string, owner: Collectivite, funder: Collectivite, isOwn: boolean]>([
    ["Corsica", { kind: "collectivite-unique", code: "94" }, { kind: "region", code: "94" }, true],
    [
      "Corsica by one of its départements",
      { kind: "collectivite-unique", code: "94" },
      { kind: "departement", code: "2B" },
      true,
    ],
    [
      "Martinique",
      { kind: "departement", code: "972" },
      { kind: "collectivite-unique", code: "02" },
      true,
    ],
    [
      "Guyane is not Martinique",
      { kind: "collectivite-unique", code: "03" },
      { kind: "departement", code: "972" },
      false,
    ],
    [
      "Alsace by its code",
      { kind: "collectivite-alsace", code: "6AE" },
      { kind: "departement", code: "6AE" },
      true,
    ],
    [
      "Alsace by one of its départements",
      { kind: "collectivite-alsace", code: "6AE" },
      { kind: "departement", code: "67" },
      true,
    ],
    [
      "Alsace is not its région",
      { kind: "collectivite-alsace", code: "6AE" },
      { kind: "region", code: "44" },
      false,
    ],
    [
      "the metropolis of Lyon, an EPCI",
      { kind: "metropole-lyon", code: "200046977" },
      { kind: "epci", code: "200046977" },
      true,
    ],
    [
      "the metropolis is not the Rhône",
      { kind: "metropole-lyon", code: "200046977" },
      { kind: "departement", code: "69" },
      false,
    ],
    [
      "a syndicate",
      { kind: "sivos", code: "200012345" },
      { kind: "epci", code: "200012345" },
      true,
    ],
    ["Paris", { kind: "commune", code: "75056" }, { kind: "departement", code: "75" }, true],
    ["Mayotte", { kind: "region", code: "06" }, { kind: "departement", code: "976" }, true],
    [
      "La Réunion has two",
      { kind: "region", code: "04" },
      { kind: "departement", code: "974" },
      false,
    ],
  ])("tells one assembly by its names: %s", (_title, owner, funder, isOwn) => {
    const record = ownedBy(owner.kind, owner.code);
    expect(mayEquip({ record, funder, isAid: false }).ok).toBe(isOwn);
  });
});

describe("collectiviteOf", () => {
  it.each<[OrganisationKind, string, Collectivite | null]>([
    ["region", "76", { kind: "region", code: "76" }],
    ["departement-council", "46", { kind: "departement", code: "46" }],
    ["commune", "46042", { kind: "commune", code: "46042" }],
    ["epci", "200023737", { kind: "epci", code: "200023737" }],
    ["academie", "16", null],
    ["academic-region", "16", null],
    ["draaf", "76", null],
    ["school", "0460001A", null],
    ["platform", "jalons", null],
  ])("%s %s", (kind, code, expected) => {
    expect(collectiviteOf({ kind, code })).toEqual(expected);
  });
});
