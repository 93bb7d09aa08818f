import { describe, expect, it } from "vitest";
import {
  attachmentOf,
  classifyRow,
  contractOf,
  educationPriorityOf,
  isOpenState,
  ministryOf,
  sectorOf,
  stateOf,
} from "~/domain/directory/classification";

describe("classifyRow", () => {
  it.each([
    ["101", "Ecole", "ecole", "ecole"],
    ["162", "Ecole", "ecole", "ecole"],
    ["240", "Médico-social", "medico-social", "medico-social"],
    ["300", "Lycée", "lycee", "lycee"],
    ["302", "Collège", "lycee", "college"],
    ["307", "Lycée", "lycee", "lycee"],
    ["320", "Lycée", "lycee", "lycee"],
    ["332", "Lycée", "lycee", "lycee"],
    ["334", "Lycée", "section", "section"],
    ["335", "Lycée", "section", "section"],
    ["340", "Collège", "college", "college"],
    ["340", "Lycée", "college", "lycee"],
    ["344", "Lycée", "section", "section"],
    ["352", "", "college", "college"],
    ["370", "EREA", "erea", "erea"],
    ["380", "Autre", "maison-familiale", "maison-familiale"],
    ["400", "", "superieur", "superieur"],
    ["400", "Lycée", "superieur", "superieur"],
    ["809", "Service Administratif", "service-administratif", "service-administratif"],
    ["841", "Information et orientation", "cio", "cio"],
    ["", "Lycée", "lycee", "lycee"],
    ["", "", "autre", "autre"],
    ["999", "Autre", "autre", "autre"],
  ])("nature %s typed « %s » is %s, on a site %s", (nature, type, unit, site) => {
    expect(classifyRow(nature, type)).toEqual({ unit, site });
  });
});

describe("labels of the files", () => {
  it.each([
    ["MINISTERE DE L'EDUCATION NATIONALE", "education"],
    ["AGRICULTURE", "agriculture"],
    ["MINISTERE DE L'AGRICULTURE", "agriculture"],
    ["SANTE ET SOLIDARITE NATIONALE", "sante"],
    ["MER", "mer"],
    ["DEFENSE", "defense"],
    ["ENSEIGNEMENT SUPERIEUR", "superieur"],
    ["GRANDE CHANCELLERIE ORDRE LEGION HONNEUR", "autre"],
    ["", "autre"],
  ])("ministry « %s » is %s", (label, ministry) => {
    expect(ministryOf(label)).toBe(ministry);
  });

  it.each([
    ["30", "CONTRAT D'ASSOCIATION TOUTES CLASSES", "association-totale"],
    ["10", "", "hors-contrat"],
    ["", "HORS CONTRAT", "hors-contrat"],
    ["", "CONTRAT ASSOCIATION PARTIE DES CLASSES", "association-partielle"],
    ["", "C0NTRAT SIMPLE POUR PARTIE DES CLASSES", "simple-partiel"],
    ["60", "SOUS CONTRAT ETABLISSEMENT AGRICOLE", "agricole"],
    ["99", "SANS OBJET", "sans-objet"],
    ["!!", "INCONNU DU GESTIONNAIRE", "inconnu"],
    ["constructor", "", "inconnu"],
  ])("contract %s « %s » is %s", (code, label, contract) => {
    expect(contractOf(code, label)).toBe(contract);
  });

  it.each([
    ["OUVERT", "1", "ouvert", true],
    ["A FERMER", "", "a-fermer", true],
    ["A OUVRIR", "3", "a-ouvrir", false],
    ["FERME", "", "ferme", false],
    ["", "3", "a-ouvrir", false],
    ["", "OUVERT", "ouvert", true],
    ["toString", "", "inconnu", true],
  ])("state « %s » (%s) is %s, open: %s", (label, code, state, open) => {
    expect(stateOf(label, code)).toBe(state);
    expect(isOpenState(stateOf(label, code))).toBe(open);
  });

  it("reads sectors, attachments and priority education", () => {
    expect([sectorOf("Public"), sectorOf("Privé"), sectorOf("")]).toEqual([
      "public",
      "prive",
      null,
    ]);
    expect(attachmentOf("ANNEXE GEOGRAPHIQUE")).toBe("annexe");
    expect(attachmentOf("FILIERE OU DEPARTEMENT OU SECTION")).toBe("section");
    expect(attachmentOf("")).toBeNull();
    expect(["REP", "REP+", ""].map(educationPriorityOf)).toEqual(["rep", "rep-plus", null]);
  });
});
