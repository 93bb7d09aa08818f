import { notFound } from "~/http/access.server";

export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

/** Never shown: the loader refuses first. A component makes the refusal a page rather than a text. */
export default function Unknown() {
  return null;
}
