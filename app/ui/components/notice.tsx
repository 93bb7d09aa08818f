import type { ReactNode } from "react";

/** A full-width strip: demonstration, maintenance, calendar change. */
export function Notice({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <div className="fr-notice fr-notice--info">
      <div className="fr-container">
        <div className="fr-notice__body">
          <p>
            {title && <span className="fr-notice__title">{title} </span>}
            <span className="fr-notice__desc">{children}</span>
          </p>
        </div>
      </div>
    </div>
  );
}
