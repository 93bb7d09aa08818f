import type { UnusableLinkReason } from "./link-view.server";

/** Why a link opens nothing, and what remains possible. */
export const unusableLinks: Readonly<
  Record<UnusableLinkReason, { readonly title: string; readonly text: string }>
> = {
  unknown: {
    title: "Ce lien n’ouvre rien",
    text: "Il a peut-être été coupé par votre messagerie. Copiez l’adresse entière, telle qu’elle figure dans le courriel.",
  },
  expired: {
    title: "Ce lien a expiré",
    text: "Sa durée de validité est passée, ou un lien plus récent vous a été envoyé depuis.",
  },
  used: {
    title: "Ce lien a déjà servi",
    text: "Un lien ne sert qu’une fois. Si vous l’avez utilisé, connectez-vous avec le mot de passe choisi.",
  },
};
