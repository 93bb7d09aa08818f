const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A small French page for what is refused where no page of the application is drawn. */
export function refusalPage(title: string, text: string): string {
  const safe = (value: string) => value.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safe(title)} – Jalons</title></head><body><main><h1>${safe(title)}</h1><p>${safe(text)}</p><p><a href="/">Retour à l’accueil</a></p></main></body></html>`;
}
