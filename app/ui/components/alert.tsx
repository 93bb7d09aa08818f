import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type AlertTone = "info" | "success" | "warning" | "error";

export interface AlertProps {
  tone?: AlertTone;
  /** Bold first line. */
  title?: ReactNode;
  titleLevel?: 2 | 3;
  children?: ReactNode;
  /** `status` announces it politely when it appears after an action, `alert` at once. */
  role?: "status" | "alert";
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert };

/** A tinted box with its icon. */
export function Alert({ tone = "info", title, titleLevel = 2, children, role }: AlertProps) {
  const Icon = icons[tone];
  const Heading = titleLevel === 2 ? "h2" : "h3";
  return (
    <div
      className={classNames("fr-alert", `fr-alert--${tone}`, !title && "fr-alert--sm")}
      role={role}
    >
      <Icon aria-hidden size={24} />
      <div>
        {title && <Heading className="fr-alert__title">{title}</Heading>}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}

export interface CalloutProps {
  title?: ReactNode;
  titleLevel?: 2 | 3;
  children: ReactNode;
}

/** A quiet box: an explanation, a quotation. */
export function Callout({ title, titleLevel = 3, children }: CalloutProps) {
  const Heading = titleLevel === 2 ? "h2" : "h3";
  return (
    <div className="fr-callout">
      {title && <Heading className="fr-callout__title">{title}</Heading>}
      <div className="fr-callout__text">
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
