/** Mail services for private use: a mandate that engages a school is not sent to a private mailbox. */
const privateServices = new Set([
  "aol.com",
  "bbox.fr",
  "free.fr",
  "gmail.com",
  "gmx.fr",
  "hotmail.com",
  "hotmail.fr",
  "icloud.com",
  "laposte.net",
  "live.fr",
  "msn.com",
  "neuf.fr",
  "numericable.fr",
  "orange.fr",
  "outlook.com",
  "outlook.fr",
  "proton.me",
  "protonmail.com",
  "sfr.fr",
  "wanadoo.fr",
  "yahoo.com",
  "yahoo.fr",
]);

/** True for an address at a service for private use, as far as the list knows them. */
export function isPersonalMail(address: string): boolean {
  return privateServices.has(address.slice(address.lastIndexOf("@") + 1).toLowerCase());
}
