import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Runs a command with TEST_DATABASE_URL: the server that DATABASE_URL names, else a throwaway
 * cluster of Debian's `pg_virtualenv`, installed first where this process may: in a folder of its own, so
 * that one left by a killed process is in nobody's way. It does not wait for the disk, unless the first
 * word is `--durable`: what a benchmark of writes needs.
 */
const isDurable = process.argv[2] === "--durable";
const command = process.argv.slice(isDurable ? 3 : 2);
const script = "tests/support/with-postgres.ts";

function run(words: readonly string[], env: Record<string, string> = {}): number {
  const [name = "", ...rest] = words;
  return spawnSync(name, rest, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;
}

function installPostgres(): void {
  if (existsSync("/usr/bin/pg_virtualenv") || process.getuid?.() !== 0) return;
  run(["apt-get", "update", "-qq"]);
  run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"], {
    DEBIAN_FRONTEND: "noninteractive",
  });
}

function main(): number {
  const { DATABASE_URL: url, PGHOST: host, PGPORT: port, JALONS_CLUSTER: isInside } = process.env;
  if (url) return run(command, { TEST_DATABASE_URL: url, DATABASE_URL: "" });
  if (isInside) {
    const user = encodeURIComponent(process.env.PGUSER ?? "postgres");
    const password = encodeURIComponent(process.env.PGPASSWORD ?? "");
    const own = `postgres://${user}:${password}@${host ?? "localhost"}:${port ?? "5432"}/postgres`;
    return run(command, { TEST_DATABASE_URL: own });
  }
  installPostgres();
  if (!existsSync("/usr/bin/pg_virtualenv")) {
    process.stderr.write(
      "Aucun PostgreSQL pour les tests. Indiquez-en un avec DATABASE_URL, ou installez-le (sous Debian : apt-get install postgresql).\n",
    );
    return 1;
  }
  const again = [process.execPath, "--import", "tsx", script, ...command];
  const settings = ["max_connections=200", ...(isDurable ? ["fsync=on"] : [])];
  const options = settings.flatMap((setting) => ["-o", setting]);
  return run(["pg_virtualenv", "-t", ...options, ...again], { JALONS_CLUSTER: "1" });
}

process.exitCode = main();
