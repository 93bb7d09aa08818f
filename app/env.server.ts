import { z } from "zod";
import { frenchIssue } from "./domain/campaign/french-issues";

const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value))
  .optional();

const flag = optionalText.transform((value) => value === "1" || value === "true");

const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().trim().min(1).default(".data"),
  /** Where the production build is read; another one lets two copies of a checkout run. */
  BUILD_DIR: z.string().trim().min(1).default("build"),
  DATABASE_URL: optionalText,
  SMTP_URL: optionalText,
  MAIL_FROM: z.string().trim().min(3).default("Jalons <ne-pas-repondre@jalons.invalid>"),
  /** Origins from which a form may be sent, comma-separated; default: http://localhost:PORT. */
  ORIGINS: optionalText,
  /** Whether this process also does the jobs; « elsewhere » where `npm run worker` does them. */
  JOBS: z.enum(["here", "elsewhere"]).default("here"),
  DEMO: flag,
  JOURNAL_KEY: optionalText,
  TRUST_PROXY: flag,
  /** ClamAV's daemon, `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`; without it nothing is scanned. */
  CLAMAV_ADDRESS: optionalText.refine(
    (value) => value === undefined || /^(unix:\/[^?#]+|tcp:\/\/[^/?#:]+(:\d{1,5})?)$/.test(value),
    "Indiquez unix:/chemin/de/la/prise ou tcp://hôte:port.",
  ),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Environment = z.infer<typeof environmentSchema> & { readonly origins: string[] };

/**
 * Reads the environment once and refuses what it cannot understand.
 * @throws Error in French naming each faulty variable, meant for the terminal at start-up.
 */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const parsed = environmentSchema.safeParse(source, { error: frenchIssue });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`);
    throw new Error(`Environnement refusé. ${faults.join(" ; ")}`);
  }
  const { data } = parsed;
  const origins = data.ORIGINS?.split(",").map((origin) => origin.trim().replace(/\/$/, "")) ?? [
    `http://localhost:${data.PORT}`,
    `http://127.0.0.1:${data.PORT}`,
  ];
  return { ...data, origins };
}

let cached: Environment | undefined;

/** The environment of this process, parsed at first use. */
export function environment(): Environment {
  cached ??= readEnvironment(process.env);
  return cached;
}

/**
 * True when mails are shown on the mailbox page instead of being sent: a demonstration never writes to
 * anyone, even with SMTP_URL, since its schools' addresses are made by rule.
 */
export function areMailsKept(env: Environment = environment()): boolean {
  return env.DEMO || (env.NODE_ENV !== "production" && !env.SMTP_URL);
}

/** True where demonstration accounts and the mailbox page may exist. */
export function isDemonstrationAllowed(env: Environment = environment()): boolean {
  return env.NODE_ENV !== "production" || env.DEMO;
}
