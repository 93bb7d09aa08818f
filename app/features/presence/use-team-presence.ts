import { useEffect, useState } from "react";
import type { PresentPerson } from "~/domain/application/presence";

/**
 * Who else is in a file: as the server drew it, then live while the page is open. Nothing is asked for
 * a file that the person may not write, or that is submitted.
 */
export function useTeamPresence(
  applicationId: string,
  drawn: readonly PresentPerson[],
  isWatched: boolean,
): readonly PresentPerson[] {
  const [people, setPeople] = useState(drawn);
  useEffect(() => {
    if (!isWatched) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    import("./watch-file")
      .then(({ watchFile }) => {
        if (isGone) return;
        const place = { sectionId: null, questionId: null };
        const watching = watchFile(applicationId, place, (state) => setPeople(state.people));
        stop = watching.stop;
      })
      // Without network, or after a new release: what the server drew stays.
      .catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [applicationId, isWatched]);
  return people;
}
