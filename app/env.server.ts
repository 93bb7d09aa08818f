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
  /** A bucket of an S3-compatible store for the files, instead of DATA_DIR: all five, or none. */
  FILES_S3_ENDPOINT: optionalText.refine(
    (value) => value === undefined || /^https?:\/\/[^/?#]+\/?$/.test(value),
    "Indiquez une adresse comme https://s3.exemple.fr.",
  ),
  FILES_S3_REGION: optionalText,
  FILES_S3_BUCKET: optionalText,
  FILES_S3_ACCESS_KEY: optionalText,
  FILES_S3_SECRET_KEY: optionalText,
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** A bucket of an S3-compatible store, and the key that opens it. */
export type Bucket = {
  readonly endpoint: string;
  readonly region: string;
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

type Parsed = z.infer<typeof environmentSchema>;

export type Environment = Parsed & {
  readonly origins: string[];
  /** Where files are kept; absent: in DATA_DIR. */
  readonly bucket: Bucket | undefined;
};

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
  return { ...data, origins, bucket: bucketOf(data) };
}

/** @throws Error in French when some of the bucket's variables are there and others are not. */
function bucketOf(data: Parsed): Bucket | undefined {
  const {
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_REGION: region,
    FILES_S3_BUCKET: name,
    FILES_S3_ACCESS_KEY: accessKeyId,
    FILES_S3_SECRET_KEY: secretAccessKey,
  } = data;
  if (endpoint && region && name && accessKeyId && secretAccessKey) {
    return { endpoint, region, name, accessKeyId, secretAccessKey };
  }
  if (endpoint ?? region ?? name ?? accessKeyId ?? secretAccessKey) {
    throw new Error(
      "Environnement refusé. Pour garder les fichiers dans un stockage S3, indiquez les cinq variables FILES_S3_ENDPOINT, FILES_S3_REGION, FILES_S3_BUCKET, FILES_S3_ACCESS_KEY et FILES_S3_SECRET_KEY.",
    );
  }
  return undefined;
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
