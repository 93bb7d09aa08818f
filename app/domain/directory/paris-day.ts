/** The day an instant falls on in Paris, as `AAAA-MM-JJ`: the language's rule, under the domain's name. */
export { parisDay as isoDayInParis } from "../../french/date";
