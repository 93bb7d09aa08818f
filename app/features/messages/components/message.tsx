import { scanWords } from "~/features/proofs/labels";
import { Badge } from "~/ui/components/badge";
import { classNames } from "~/ui/components/class-names";
import { FileRow } from "~/ui/components/file-row";
import { formatBytes, formatDateTime } from "~/ui/format";
import { sideLabels } from "../labels";
import type { MessageView } from "../messages-view.server";

/** One message of a thread: who, when, its words and files, and whether it was read. */
export function Message({ message }: { readonly message: MessageView }) {
  const { isOwnSide, read, files } = message;
  return (
    <li
      className={classNames("jl-message", isOwnSide && "jl-message--own")}
      id={`message-${message.number}`}
    >
      <div className="jl-message__head">
        <p>
          <strong>{message.author}</strong>
          <span className="jl-second">{`, ${sideLabels[message.side].toLowerCase()}`}</span>
        </p>
        {message.isNew ? (
          <Badge tone="info" icon="clock">
            Nouveau
          </Badge>
        ) : null}
        <p className="jl-message__at">
          <time dateTime={message.writtenAt}>{formatDateTime(message.writtenAt)}</time>
        </p>
      </div>
      <p className="jl-typed">{message.body}</p>
      {files.length > 0 ? (
        <ul className="jl-files">
          {files.map(({ id, name, size, scan, signature, to }) => (
            <FileRow
              key={id}
              type={(name.split(".").pop() ?? "").toUpperCase().slice(0, 4)}
              name={name}
              {...(to === null ? {} : { to })}
              detail={formatBytes(size)}
              scan={scanWords(scan, signature)}
            />
          ))}
        </ul>
      ) : null}
      {isOwnSide ? (
        <p className="jl-quiet">
          {read ? `Lu par ${read.by} le ${formatDateTime(read.at)}` : "Pas encore lu"}
        </p>
      ) : null}
    </li>
  );
}
