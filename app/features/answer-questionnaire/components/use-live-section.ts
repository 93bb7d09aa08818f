import { type RefObject, useEffect, useState } from "react";
import type { FileState } from "~/features/presence/file-state";
import type { Autosave } from "../autosave";
import type { SectionView } from "../section-view.server";
import type { TypedFields } from "../typed-fields";

/**
 * Who else is in the file, and what they wrote here lately, in words. Loaded once the page is alive:
 * the questions are answered without it.
 */
export function useLiveSection(
  view: SectionView,
  form: RefObject<HTMLFormElement>,
  autosave: RefObject<Autosave | undefined>,
  redraw: (questionId: string, fields: TypedFields) => void,
): { readonly people: FileState["people"]; readonly news: string } {
  const [people, setPeople] = useState<FileState["people"]>([]);
  const [news, setNews] = useState("");
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    import("../live-section")
      .then(({ startLiveSection }) => {
        if (isGone || !form.current) return;
        stop = startLiveSection({
          view,
          form: form.current,
          autosave: () => autosave.current ?? undefined,
          redraw,
          onPeople: setPeople,
          onNews: setNews,
        });
      })
      // Without network, or after a new release: the page works as it did before.
      .catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [view, form, autosave, redraw]);
  return { people, news };
}
