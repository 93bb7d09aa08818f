/** Import directions of docs/decisions and of the folder layout: see README, « Où sont les choses ». */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid("no-circular", "Aucun cycle.", {}, { circular: true }),
    forbid(
      "domain-is-pure",
      "Le domaine n'importe que le domaine, la langue et quelques bibliothèques pures.",
      { path: "^app/domain" },
      { path: "^(app/(?!domain|french/)|db/)" },
    ),
    forbid(
      "french-imports-nothing",
      "Les règles de la langue servent au domaine comme à l'interface : elles n'importent rien.",
      { path: "^app/french" },
      { pathNot: "^app/french" },
    ),
    forbid(
      "domain-packages",
      "Le domaine ne connaît ni cadre, ni entrées-sorties.",
      { path: "^app/domain" },
      {
        dependencyTypes: ["npm", "npm-dev", "core"],
        pathNot: "node_modules/(zod|canonicalize|luxon|highs)",
      },
    ),
    forbid(
      "features-look-down",
      "Une fonctionnalité n'importe ni route, ni serveur, ni ligne de commande.",
      { path: "^app/features" },
      { path: "^app/(routes|cli|server|http|worker)" },
    ),
    forbid(
      "features-keep-their-components",
      "Les composants d'une fonctionnalité restent les siens.",
      { path: "^app/features/([^/]+)/" },
      { path: "^app/features/([^/]+)/components", pathNot: "^app/features/$1/" },
    ),
    forbid(
      "features-reach-repositories-only",
      "Une fonctionnalité ne voit de la base que ses dépôts et son unité de travail.",
      { path: "^app/features" },
      { path: "^db/(schema|seed|migrations)" },
    ),
    forbid(
      "internal-notes-apart",
      "Les notes internes ne se lisent que par la page de ceux qui instruisent : ni export, ni courriel, ni page d'établissement.",
      { pathNot: "^app/features/(messages/notes|examine-applications/examination-view)\\.server" },
      { path: "^db/repositories/internal-notes" },
    ),
    forbid(
      "routes-alone",
      "Une route n'importe pas une route, ni la base.",
      { path: "^app/routes/" },
      { path: "^(app/routes/|app/server|app/cli|app/worker|db/)" },
    ),
    forbid(
      "ui-knows-no-domain",
      "L'interface ne connaît pas le métier.",
      { path: "^app/ui" },
      { path: "^(app/(domain|features|routes|http|server|cli|worker)|db/)" },
    ),
    forbid(
      "orm-stays-in-db",
      "Seul db/ connaît l'ORM et les pilotes.",
      { path: "^app" },
      { path: "node_modules/(drizzle-orm|postgres|@electric-sql)" },
    ),
    forbid(
      "schema-takes-vocabulary-only",
      "Le schéma ne prend du domaine que ses listes fermées.",
      { path: "^db/schema" },
      { path: "^(app/(?!domain/[^/]+/vocabulary)|db/(?!schema))" },
    ),
    forbid(
      "repositories-look-down",
      "Un dépôt n'importe que le schéma et le domaine.",
      { path: "^db/repositories" },
      { path: "^(app/(?!domain)|db/seed)" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
