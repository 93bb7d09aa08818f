import { ArrowDown, ArrowRight, Download, ExternalLink, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Anchor, type AnchorProps } from "./anchor";
import { classNames } from "./class-names";

export interface LinkProps extends AnchorProps {
  children: ReactNode;
  /** `arrow` leads to a page, `down` to a place of this one, `download` to a file. */
  icon?: "arrow" | "down" | "download" | "external" | LucideIcon;
  iconPosition?: "start" | "end";
  size?: "sm" | "md" | "lg";
}

const icons = { arrow: ArrowRight, down: ArrowDown, download: Download, external: ExternalLink };

/** A standalone link (`fr-link`); inside a sentence use `Anchor`, which the base style underlines. */
export function Link({
  children,
  icon,
  iconPosition = "end",
  size = "md",
  className,
  ...rest
}: LinkProps) {
  const Icon = typeof icon === "string" ? icons[icon] : icon;
  const glyph = Icon ? <Icon aria-hidden size={18} /> : null;
  return (
    <Anchor
      {...rest}
      className={classNames("fr-link", size !== "md" && `fr-link--${size}`, className)}
    >
      {iconPosition === "start" && glyph}
      <span>{children}</span>
      {iconPosition === "end" && glyph}
    </Anchor>
  );
}
