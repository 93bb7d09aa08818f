/** Password of every demonstration account: shown as such, refused in production without DEMO=1. */
export const demonstrationPassword = "demonstration-jalons";
