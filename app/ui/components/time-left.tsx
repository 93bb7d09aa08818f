import { useEffect, useState } from "react";
import { formatTimeLeft } from "../format";

export interface TimeLeftProps {
  /** The server's clock when the page was made: a wrong clock of the browser changes nothing. */
  now: string;
  /** The last second in time. */
  until: string;
  /** Without the date, where it is written beside. */
  isShort?: boolean;
  /** In the middle of a sentence. */
  isInSentence?: boolean;
}

const refreshMs = 20_000;

/**
 * The time left, in words: true as the server wrote it, kept true while the page stays open. It says
 * the day, then the hour, never seconds, and is not announced: nothing here hurries anybody.
 */
export function TimeLeft({ now, until, isShort = false, isInSentence = false }: TimeLeftProps) {
  const [text, setText] = useState(() => formatTimeLeft(now, until, { isShort }));
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now();
    const refresh = () => {
      setText(formatTimeLeft(new Date(Date.now() + ahead), until, { isShort }));
    };
    setText(formatTimeLeft(now, until, { isShort }));
    const timer = setInterval(refresh, refreshMs);
    return () => clearInterval(timer);
  }, [now, until, isShort]);
  return (
    <time dateTime={until}>
      {isInSentence ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text}
    </time>
  );
}
