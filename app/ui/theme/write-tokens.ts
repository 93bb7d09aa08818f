import { writeFileSync } from "node:fs";
import { tokensCss } from "./tokens";

// Run by `npx tsx app/ui/theme/write-tokens.ts` after a change of tokens.ts.
writeFileSync(new URL("./tokens.css", import.meta.url), tokensCss());
