import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "~/ui/components/button";

/** Opens the browser's print dialog; absent without JavaScript, where the browser's own menu prints. */
export function PrintButton({ children }: { children: string }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;
  return (
    <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
