import { useLocation, useNavigate } from "@remix-run/react";
import { type FocusEvent, type MouseEvent, useEffect, useRef } from "react";
import { nextMissing, nextSectionMissing } from "~/domain/questionnaire/next-missing";
import { paths } from "~/paths";
import { Link } from "~/ui/components/link";
import { formatCount } from "~/ui/format";
import { focusQuestion, questionAround } from "../question-focus";
import type { SectionView } from "../section-view.server";

/** What a jump says to the page of the section where it lands. */
const jumped = "saut";

/**
 * « 5 questions obligatoires restantes »: goes from one to the next, through this section then the
 * others and round again. Without JavaScript it leads to the first.
 */
export function MissingLink({
  view: { applicationId, section, sections, position },
  missing,
}: {
  readonly view: SectionView;
  readonly missing: readonly string[];
}) {
  const { hash, state } = useLocation();
  const navigate = useNavigate();
  const from = useRef(hash.replace("#question-", ""));
  useEffect(() => {
    if (state === jumped) focusQuestion(from.current);
  }, [state]);

  const other = nextSectionMissing(sections, position);
  const elsewhere =
    other && `${paths.section(applicationId, other.id)}#question-${other.firstMissing}`;
  const [first] = missing;
  const to = first ? `#question-${first}` : elsewhere;
  if (!to) return null;

  const jump = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    const order = section.questions.map(({ id }) => id);
    const next = nextMissing(order, missing, from.current) ?? (elsewhere ? undefined : first);
    if (next) {
      from.current = next;
      document.getElementById(`question-${next}`)?.scrollIntoView();
      focusQuestion(next);
    } else if (elsewhere) navigate(elsewhere, { state: jumped });
  };
  const left = sections.reduce((sum, line) => sum + line.missing, 0);
  const others = left - (sections[position]?.missing ?? 0);
  return (
    <Link
      to={to}
      icon={first ? "down" : "arrow"}
      onClick={jump}
      onFocus={(event: FocusEvent) => {
        from.current = questionAround(event.relatedTarget) ?? from.current;
      }}
    >
      {missing.length + others === 1
        ? "Dernière question obligatoire restante"
        : formatCount(
            missing.length || others,
            "question obligatoire restante",
            "questions obligatoires restantes",
          )}
      {first ? "" : " ailleurs"}
    </Link>
  );
}
