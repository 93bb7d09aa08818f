/** How the interface writes numbers, dates and sentences: the rules of the language, which the domain shares. */
export * from "~/french/date";
export * from "~/french/number";
export { pluralOf } from "~/french/plural";
export * from "~/french/typography";
