/** Joins the truthy class names: `classNames("a", isOn && "b")`. */
export function classNames(...names: (string | number | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
