import { paths } from "~/paths";
import { Badge } from "~/ui/components/badge";
import { Link } from "~/ui/components/link";
import { threadWords } from "./thread-words";

type Props = {
  readonly id: string;
  /** The campaign's address, for whoever examines; absent for the school. */
  readonly slug?: string;
  readonly thread: { readonly all: number; readonly unread: number };
};

/** The way to the thread of an application, with what waits in it. */
export function ThreadLink({ id, slug, thread }: Props) {
  const to = slug === undefined ? paths.messages(id) : paths.examinationMessages(slug, id);
  return (
    <p>
      <Link to={to} icon="arrow">
        {threadWords(thread)}
      </Link>
      {thread.unread > 0 ? (
        <>
          {" "}
          <Badge tone="info" icon="clock">
            À lire
          </Badge>
        </>
      ) : null}
    </p>
  );
}
