import { describe, expect, it } from "vitest";
import { isDirectoryHeader, mapColumns } from "~/domain/directory/columns";

describe("mapColumns", () => {
  it.each([
    [
      "the underscored directory",
      "Identifiant_de_l_etablissement",
      "Nom_etablissement",
      "Code_commune",
    ],
    ["its API", "identifiant_de_l_etablissement", "nom_etablissement", "code_commune"],
    [
      "spaced and accented headings",
      "Identifiant de l’établissement",
      "Nom établissement",
      "Code commune",
    ],
    ["the geolocated file", "numero_uai", "appellation_officielle", "code_commune"],
    ["its older headings", "Code établissement", "Appellation officielle", "Code commune"],
    [
      "capitals and a byte-order mark",
      "\uFEFFNUMERO_UAI",
      "APPELLATION OFFICIELLE",
      "CODE_COMMUNE",
    ],
  ])("knows %s", (_title, uai, name, commune) => {
    const columns = mapColumns(["x", name, commune, uai]);
    expect(columns.get("uai")?.index).toBe(3);
    expect(columns.get("name")?.index).toBe(1);
    expect(columns.get("communeCode")?.index).toBe(2);
    expect(isDirectoryHeader(columns)).toBe(true);
  });

  it("tells the commune's name from the postal locality, wherever they stand", () => {
    const columns = mapColumns(["localite_acheminement_uai", "libelle_commune"]);
    expect(columns.get("locality")?.index).toBe(1);
    expect(
      mapColumns(["libelle_commune", "localite_acheminement_uai"]).get("locality")?.index,
    ).toBe(0);
  });

  it("is no directory without an identifier, a name or a place", () => {
    expect(isDirectoryHeader(mapColumns(["Nom_etablissement", "Code_commune"]))).toBe(false);
    expect(isDirectoryHeader(mapColumns(["numero_uai", "Code_commune"]))).toBe(false);
    expect(isDirectoryHeader(mapColumns(["numero_uai", "Nom_etablissement"]))).toBe(false);
    expect(isDirectoryHeader(mapColumns(["constructor", "__proto__", "toString"]))).toBe(false);
  });
});
