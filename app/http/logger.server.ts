import { pino } from "pino";
import { environment } from "~/env.server";

/** The server's log: JSON lines, without personal data beyond identifiers. */
export const logger = pino({ level: environment().LOG_LEVEL });
