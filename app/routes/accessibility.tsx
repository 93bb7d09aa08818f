import type { MetaFunction } from "@remix-run/react";
import { AccessibilityPage } from "~/features/public-site/components/accessibility-page";
import { pageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: pageTitle("Accessibilité : non auditée") }];

export default function Accessibility() {
  return <AccessibilityPage />;
}
