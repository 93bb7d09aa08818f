import { z } from "zod";
import { longestMessage } from "~/domain/message/thread";
import { formatNumber } from "~/ui/format";

const tooLong = `Raccourcissez ce texte : ${formatNumber(longestMessage)} caractères au plus.`;

const textOf = (empty: string) => z.string().trim().min(1, empty).max(longestMessage, tooLong);
/** The identifier that a page gives to what it is about to send; absent or unreadable, another is given. */
const key = z.uuid().optional().catch(undefined);

/** A number of the thread, as far as which its reader was shown. */
const through = z.coerce.number().int().min(0).max(2_000_000_000).catch(0);

/** Before which message the thread is shown (`?avant=`); null for the last ones. */
export const beforeSchema = z.coerce
  .number()
  .int()
  .min(2)
  .max(2_000_000_000)
  .nullable()
  .catch(null);

/** A form of the page of messages: `envoyer` writes one, `lu` says how far the thread was read. */
export const messageSchema = z.discriminatedUnion("intention", [
  z.object({ intention: z.literal("lu"), jusque: through, discret: z.string().optional() }),
  z.object({
    intention: z.literal("envoyer"),
    cle: key,
    jusque: through,
    message: textOf("Écrivez votre message."),
  }),
]);

/** A form of the page of notes: `noter` writes one, `retirer` takes one's own away. */
export const noteSchema = z.discriminatedUnion("intention", [
  z.object({ intention: z.literal("retirer"), note: z.string() }),
  z.object({ intention: z.literal("noter"), cle: key, texte: textOf("Écrivez votre note.") }),
]);
