import type { LucideIcon } from "lucide-react";
import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import { Anchor, type AnchorProps } from "./anchor";
import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "tertiary" | "tertiary-no-outline" | "danger";

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: "sm" | "md" | "lg";
  icon?: LucideIcon;
  iconPosition?: "start" | "end";
  /** On the dark panels (`jl-next`, hero, session strip). */
  onDeep?: boolean;
  /** Keeps the words for screen readers only. */
  iconOnly?: boolean;
}

function buttonClass({ variant = "primary", size = "md", onDeep, iconOnly }: ButtonLook): string {
  return classNames(
    "fr-btn",
    variant === "danger"
      ? "fr-btn--secondary jl-btn--danger"
      : variant !== "primary" && `fr-btn--${variant}`,
    size !== "md" && `fr-btn--${size}`,
    onDeep && "jl-btn--ondeep",
    iconOnly && "jl-btn--icon",
  );
}

function ButtonContent({ look, children }: { look: ButtonLook; children: ReactNode }) {
  const Icon = look.icon;
  const glyph = Icon ? <Icon aria-hidden size={look.size === "sm" ? 18 : 20} /> : null;
  return (
    <>
      {look.iconPosition !== "end" && glyph}
      <span className={look.iconOnly ? "fr-sr-only" : undefined}>{children}</span>
      {look.iconPosition === "end" && glyph}
    </>
  );
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & ButtonLook;

/** A native button; `type` is `submit` unless told otherwise, as forms must work without JavaScript. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, icon, iconPosition, onDeep, iconOnly, children, className, type, ...rest },
  ref,
) {
  const look = { variant, size, icon, iconPosition, onDeep, iconOnly };
  return (
    <button
      {...rest}
      ref={ref}
      type={type ?? "submit"}
      className={classNames(buttonClass(look), className)}
    >
      <ButtonContent look={look}>{children}</ButtonContent>
    </button>
  );
});

export type LinkButtonProps = AnchorProps & ButtonLook;

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
  variant,
  size,
  icon,
  iconPosition,
  onDeep,
  iconOnly,
  children,
  className,
  ...rest
}: LinkButtonProps) {
  const look = { variant, size, icon, iconPosition, onDeep, iconOnly };
  return (
    <Anchor {...rest} className={classNames(buttonClass(look), className)}>
      <ButtonContent look={look}>{children}</ButtonContent>
    </Anchor>
  );
}

/** Buttons side by side, wrapping, full width on phones. */
export function ButtonGroup({ children, align }: { children: ReactNode; align?: "end" }) {
  return (
    <div className={classNames("jl-actions", align === "end" && "jl-actions--end")}>{children}</div>
  );
}
