import type { ReactNode } from "react";
import { LevelMark } from "./level-mark";

export interface EmptyStateProps {
  title: ReactNode;
  titleLevel?: 2 | 3;
  /** What it means. */
  children?: ReactNode;
  /** One way on. */
  action?: ReactNode;
}

/** Nothing here: what it means and what to do. */
export function EmptyState({ title, titleLevel = 2, children, action }: EmptyStateProps) {
  const Heading = titleLevel === 2 ? "h2" : "h3";
  return (
    <div className="jl-empty">
      <LevelMark level={0} size="lg" />
      <Heading className="jl-empty__title">{title}</Heading>
      {typeof children === "string" ? <p>{children}</p> : children}
      {action}
    </div>
  );
}
