import {
  Check,
  CircleAlert,
  Clock,
  Eye,
  Inbox,
  Lock,
  type LucideIcon,
  Pencil,
  X,
} from "lucide-react";
import { Children, isValidElement, type ReactNode } from "react";
import { Anchor } from "./anchor";
import { classNames } from "./class-names";

export type BadgeTone = "neutral" | "info" | "success" | "warning" | "error";

/** Icons of the usual statuses; any lucide icon may be given too. */
export const badgeIcons = {
  check: Check,
  alert: CircleAlert,
  clock: Clock,
  eye: Eye,
  inbox: Inbox,
  lock: Lock,
  pencil: Pencil,
} satisfies Record<string, LucideIcon>;

export interface BadgeProps {
  tone?: BadgeTone;
  icon?: keyof typeof badgeIcons | LucideIcon;
  children: ReactNode;
}

/** Informs: a pill with an icon and a word, which stands in a sentence too. It never acts. */
export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  const Icon = typeof icon === "string" ? badgeIcons[icon] : icon;
  return (
    <span
      className={classNames(
        "fr-badge",
        tone !== "neutral" && `fr-badge--${tone}`,
        "fr-badge--no-icon",
      )}
    >
      {Icon && <Icon aria-hidden size={16} />}
      <span>{children}</span>
    </span>
  );
}

export interface TagProps {
  children: ReactNode;
  /** A link; without it the tag is a button of its form. */
  to?: string;
  /** A filter that is on. */
  pressed?: boolean;
  /** Removes the filter: shows a cross and says so. */
  removable?: boolean;
  name?: string;
  value?: string;
}

/** Acts: a filter that is on, removable or not. */
export function Tag({ children, to, pressed, removable, name, value }: TagProps) {
  const className = classNames("fr-tag", removable && "fr-tag--dismiss", pressed && "jl-tag--on");
  const content = (
    <>
      {removable && <span className="fr-sr-only">Retirer le filtre </span>}
      <span>{children}</span>
      {removable && <X aria-hidden size={16} />}
    </>
  );
  if (to) {
    return (
      <Anchor
        className={className}
        to={to}
        aria-current={pressed ? "true" : undefined}
        preventScrollReset
      >
        {content}
      </Anchor>
    );
  }
  return (
    <button className={className} type="submit" name={name} value={value} aria-pressed={pressed}>
      {content}
    </button>
  );
}

/** Tags in a row that wraps. */
export function TagGroup({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className="fr-tags-group" aria-label={label}>
      {Children.toArray(children).map((child) => (
        <li key={isValidElement(child) ? child.key : String(child)}>{child}</li>
      ))}
    </ul>
  );
}
