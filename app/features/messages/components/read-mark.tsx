import { type ShouldRevalidateFunction, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "~/ui/components/button";

/** What was just marked as read stays shown as new until the page is next asked for. */
export const keepShown: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get("intention") === "lu" ? false : defaultShouldRevalidate;

/**
 * Says that what is shown was read: by itself once the page is looked at, by a button without JavaScript. Reading
 * the address alone says nothing, since a browser may fetch it beforehand.
 */
export function ReadMark({ through }: { readonly through: number }) {
  const { submit, Form, data, state } = useFetcher();
  const isSaid = useRef(false);
  useEffect(() => {
    const say = () => {
      if (isSaid.current || document.visibilityState !== "visible") return;
      isSaid.current = true;
      submit({ intention: "lu", jusque: String(through), discret: "oui" }, { method: "post" });
    };
    say();
    document.addEventListener("visibilitychange", say);
    return () => document.removeEventListener("visibilitychange", say);
  }, [submit, through]);
  if (data !== undefined || state !== "idle") return null;
  return (
    <Form method="post">
      <input type="hidden" name="intention" value="lu" />
      <input type="hidden" name="jusque" value={through} />
      <Button variant="secondary" size="sm">
        Marquer comme lu
      </Button>
    </Form>
  );
}
