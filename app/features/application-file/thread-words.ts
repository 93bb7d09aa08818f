import { formatCount } from "~/ui/format";

/** What a link to a thread of messages says: « Messages », « Messages (3) », « Messages (3, dont 1 non lu) ». */
export function threadWords({ all, unread }: { readonly all: number; readonly unread: number }) {
  if (all === 0) return "Messages";
  const more = unread > 0 ? `, dont ${formatCount(unread, "non lu", "non lus")}` : "";
  return `Messages (${all}${more})`;
}
