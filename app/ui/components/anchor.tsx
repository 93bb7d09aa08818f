import { Link as RouterLink } from "@remix-run/react";
import { type AnchorHTMLAttributes, forwardRef } from "react";

export interface AnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  to: string;
  /** Leaves client navigation aside: files, exports, sign-out pages. */
  reloadDocument?: boolean;
  preventScrollReset?: boolean;
  prefetch?: "none" | "intent" | "render" | "viewport";
}

const isInsideApp = (to: string) => to.startsWith("/") || to.startsWith("?");

/** An unstyled link: client navigation inside the application, a plain `<a>` for anchors and other sites. */
export const Anchor = forwardRef<HTMLAnchorElement, AnchorProps>(function Anchor(
  { to, reloadDocument, preventScrollReset, prefetch, ...rest },
  ref,
) {
  if (!isInsideApp(to) || reloadDocument || rest.download !== undefined) {
    return <a {...rest} ref={ref} href={to} />;
  }
  return (
    <RouterLink
      {...rest}
      ref={ref}
      to={to}
      preventScrollReset={preventScrollReset}
      prefetch={prefetch}
    />
  );
});
