import { useNavigation } from "@remix-run/react";
import { useEffect } from "react";
import { type PostedForm, readPostedForm } from "../posted-form";

let last: PostedForm | undefined;

/** Remembers the form that is on its way, which the page showing its failure gives back. */
export function useLastPost(): void {
  const { state, formAction, formData } = useNavigation();
  useEffect(() => {
    if (state === "submitting" && formAction && formData) {
      last = readPostedForm(formAction, formData);
    } else if (state === "loading" && !formData) {
      last = undefined;
    }
  }, [state, formAction, formData]);
}

/** The form last sent to this address in this page's life, if nothing else was opened since. */
export function lastPostTo(pathname: string): PostedForm | undefined {
  return last && new URL(last.action, "http://localhost").pathname === pathname ? last : undefined;
}
