/** Names of the form's own fields and buttons, beside `q.…` which the questionnaire's domain names. */

/** What the form carries of the answer that it shows. */
export const markName = (questionId: string) => `v.${questionId}`;
/** The version to keep, after somebody else wrote meanwhile: `mine` or `theirs`. */
export const choiceName = (questionId: string) => `choix.${questionId}`;
/** The chooser of a question's files. */
export const filesName = (questionId: string) => `fichiers.${questionId}`;
/** The button that adds a row to a block: its value is the question. */
export const addRowName = "_ajouter";
/** The button that removes a row: `question:number`. */
export const removeRowName = "_retirer";
/** The button that removes a file: its value is the proof. */
export const removeProofName = "_retirer-preuve";
/** The list of files of other questions, to take one again. */
export const reuseName = (questionId: string) => `reprise.${questionId}`;
/** The button that attaches the file chosen there: its value is the question. */
export const reuseProofName = "_reprendre-preuve";
/** The button that gives up a file whose sending was interrupted: its value is the upload. */
export const abandonUploadName = "_abandonner-envoi";
