import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSound } from "~tests/support/fuzz/expect-sound";
import { type Exploration, explore } from "~tests/support/fuzz/explore";
import { useFuzzHarness } from "~tests/support/fuzz/harness";
import { fuzz, fuzzTimeout } from "~tests/support/fuzz/runs";
import { type FuzzedRoute, loadRoutes } from "~tests/support/fuzz/server-build";
import {
  damages,
  fillForms,
  requestOf,
  type Submission,
  wrappings,
} from "~tests/support/fuzz/submissions";

const harness = useFuzzHarness();
let routes: FuzzedRoute[];
let found: Exploration;
let submissions: Submission[];

/** Actions that no page shows a form for in this story: what their script, or a later state, sends. */
function declaredForms(): Submission[] {
  const { draftId, params } = harness.story();
  const other = params.id?.[1] ?? "";
  // The first file sent is asked for completion: see `askAgain` in the story.
  const asked = params.id?.[2] ?? "";
  const form = (
    route: string,
    person: string,
    target: string,
    fields: Submission["fields"],
    isMultipart = false,
  ): Submission => ({ route, person, target, fields, isMultipart });
  const proof = `/candidatures/${draftId}/preuves`;
  const answerIt = [["declaration", "oui", "checkbox"]] as const;
  return [
    form(
      "candidatures/:id/preuves",
      "head",
      proof,
      [
        ["question", "preuve", "hidden"],
        ["fichier", "%25PDF-1.7%0Aessai", "file"],
      ],
      true,
    ),
    form("candidatures/:id/preuves", "head", proof, [
      ["retirer", params.proofId?.[0] ?? "", "submit"],
    ]),
    form("candidatures/:id/transmettre", "head", `/candidatures/${draftId}/transmettre`, answerIt),
    form("candidatures/:id/transmettre", "mayor", `/candidatures/${other}/transmettre`, answerIt),
    form("candidatures/:id/complements", "jury-file-head", `/candidatures/${asked}/complements`, [
      ["demande", "00000000-0000-4000-8000-000000000000", "hidden"],
      ...answerIt,
    ]),
    form("candidatures/:id/retrait", "jury-file-head", `/candidatures/${asked}/retrait`, [
      ["intention", "retirer", "hidden"],
      ["motif", "Une autre campagne nous convient mieux.", "text"],
    ]),
    form(
      "candidatures/:id/messages",
      "jury-file-head",
      `/candidatures/${asked}/messages`,
      [
        ["intention", "envoyer", "hidden"],
        ["message", "Voici la convention.", "text"],
        ["fichiers", "%25PDF-1.7%0Aessai", "file"],
      ],
      true,
    ),
    form("*", "visitor", "/inconnue", [["champ", "valeur", "text"]]),
  ];
}

beforeAll(async () => {
  routes = await loadRoutes();
  found = await explore(harness, routes);
  submissions = [...fillForms(found.forms), ...declaredForms()];
}, fuzzTimeout(300_000));

/** The section's form keeps what can be kept and gives the rest back: its refusal writes on purpose. */
const keptOnRefusal: Readonly<Record<string, readonly string[]>> = {
  "candidatures/:id/section/:sectionId": [
    "answers",
    "file_contents",
    "proofs",
    "journal_entries",
    "journal_heads",
    "journal_values",
  ],
};

async function send(
  submission: Submission,
  how: Parameters<typeof requestOf>[1],
  rest: {
    wrapping: Parameters<typeof requestOf>[2]["wrapping"];
    method?: string;
  },
) {
  const sent = requestOf(submission, how, {
    method: "POST",
    ...rest,
    origin: harness.origin,
    cookie: harness.story().cookies[submission.person] ?? "",
  });
  const outcome = await harness.attempt(sent);
  expectSound(sent, outcome, keptOnRefusal[submission.route]);
  return outcome;
}

describe("forms", () => {
  it("are known for every route that has an action", () => {
    const withAction = routes.filter(({ module }) => module.action).map(({ path }) => path);
    const known = new Set(submissions.map(({ route }) => route));
    const unknown = withAction.filter((path) => !known.has(path));
    expect(
      unknown,
      "Ces routes ont une action, et aucune page ouverte ici ne montre leur formulaire : ajoutez l’état qui le montre à tests/support/fuzz/story.ts, ou déclarez-le dans declaredForms.",
    ).toEqual([]);
  });

  it(
    "sent as they are filled in, are mostly accepted: what is damaged next was right",
    async () => {
      const accepted = new Set<string>();
      for (const submission of submissions) {
        const outcome = await send(submission, [], { wrapping: "honest" });
        if (outcome.status < 400) accepted.add(submission.route);
      }
      const all = new Set(submissions.map(({ route }) => route));
      expect(accepted.size).toBeGreaterThan(all.size * 0.6);
    },
    fuzzTimeout(120_000),
  );

  it(
    "damaged one field at a time, are refused in French and change nothing",
    async () => {
      const known = Object.values(harness.story().params).flat();
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...submissions),
          damages(known),
          wrappings,
          fc.constantFrom("POST", "POST", "POST", "POST", "PUT", "DELETE", "PATCH"),
          async (submission, damaged, wrapping, method) => {
            await send(submission, damaged, { wrapping, method });
          },
        ),
        fuzz(250),
      );
    },
    fuzzTimeout(300_000),
  );

  /** First bytes of real files, and of what only pretends. */
  const heads = [
    "%PDF-1.7\n",
    "\x89PNG\r\n\x1a\n",
    "PK\x03\x04",
    "GIF89a",
    "<svg onload=x>",
    "MZ",
    "",
    "\xff\xd8\xff",
  ];
  const names = [
    "projet.pdf",
    "image.png",
    "../../etc/passwd.pdf",
    "..\\\\x.pdf",
    ".pdf",
    "pdf",
    "con.pdf",
    "projet.pdf.exe",
    "é’œ👩‍🏫.pdf",
    "a;b=c.png",
    "%00.pdf",
    "projet\0.pdf",
    `${"n".repeat(300)}.pdf`,
    " .pdf ",
    "<b>.png",
  ];

  it(
    "that bring a file whose name or bytes lie are refused in French, or keep a plain name",
    async () => {
      const { cookies, draftId } = harness.story();
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...heads),
          fc.oneof(fc.constantFrom(...names), fc.string({ unit: "binary", maxLength: 20 })),
          fc.constantFrom("preuve", "preuve", "preuve", "intitule", "__proto__", ""),
          fc.constantFrom("", "application/pdf", "text/html", "image/svg+xml; charset=x"),
          fc.nat({ max: 250_000 }),
          async (head, name, question, type, size) => {
            const parts = [
              `--b\r\nContent-Disposition: form-data; name="question"\r\n\r\n${question}\r\n`,
              `--b\r\nContent-Disposition: form-data; name="fichier"; filename="${name}"\r\n`,
              `${type && `Content-Type: ${type}\r\n`}\r\n`,
            ];
            const body = Buffer.concat([
              Buffer.from(parts.join("")),
              Buffer.from(head, "latin1"),
              Buffer.alloc(head === "" ? 0 : size, 32),
              Buffer.from("\r\n--b--\r\n"),
            ]);
            const sent = {
              method: "POST",
              target: `/candidatures/${draftId}/preuves`,
              headers: {
                Origin: harness.origin,
                Cookie: cookies.head ?? "",
                "Content-Type": "multipart/form-data; boundary=b",
              },
              body,
            };
            const outcome = await harness.attempt(sent);
            expectSound(sent, outcome);
            if (outcome.status !== 200) return;
            const { proofs } = JSON.parse(outcome.text) as { proofs: { name: string }[] };
            for (const proof of proofs) {
              expect(proof.name).toMatch(/^[^\p{Cc}/\\\\]{1,120}$/u);
              expect(proof.name).toMatch(/\.(?:pdf|png)$/i);
            }
          },
        ),
        fuzz(80),
      );
    },
    fuzzTimeout(120_000),
  );
});
