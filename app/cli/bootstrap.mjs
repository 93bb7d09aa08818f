// The first command of a fresh clone: plain Node, no dependency, since none is installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const bin = (name) => join(root, "node_modules", ".bin", name);
const node = process.execPath;
const withTypescript = [node, "--import", "tsx"];
const rest = process.argv.slice(3);

const tasks = {
  demo: () => {
    build();
    const env = { NODE_ENV: "production", DEMO: "1", LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" };
    run([...withTypescript, "app/cli/main.ts", "load", "demonstration"], env);
    serve([...withTypescript, "app/server/main.ts"], env);
  },
  dev: () => serve([...withTypescript, "app/server/main.ts"], { NODE_ENV: "development" }),
  test: () => {
    tasks["test:unit"]();
    if (rest.length === 0) tasks["test:e2e"]();
  },
  "test:unit": () => run([bin("vitest"), "run", ...rest], { NODE_ENV: "test" }),
  "test:e2e": () => {
    build();
    run([...withTypescript, "tests/support/find-browser.ts"]);
    run([bin("playwright"), "test", "--config", "tests/e2e/playwright.config.ts", ...rest]);
  },
  "test:postgres": () =>
    run([...withTypescript, "tests/support/with-postgres.ts", bin("vitest"), "run", ...rest], {
      NODE_ENV: "test",
    }),
  "test:real": () =>
    run([bin("vitest"), "run", "--config", "tests/real/vitest.config.ts", ...rest], {
      NODE_ENV: "test",
    }),
  bench: () => {
    build();
    const cluster = [...withTypescript, "tests/support/with-postgres.ts", "--durable"];
    run([...cluster, ...withTypescript, "tests/load/bench.ts", ...rest]);
  },
  check: () => {
    run([bin("biome"), "ci", "."]);
    run([bin("depcruise"), "--config", ".dependency-cruiser.cjs", "app", "db"]);
    run([bin("tsc"), "--noEmit"]);
  },
};

/** Installs the dependencies when they are missing or when the lock file has changed since. */
function install() {
  const mark = join(root, "node_modules", ".jalons-lock");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  process.stderr.write("Installation des dépendances (une minute environ)…\n");
  run(["npm", "ci", "--include=dev"]);
  writeFileSync(mark, lock);
}

function build() {
  process.stderr.write("Construction de l’application…\n");
  run([bin("remix"), "vite:build", "--logLevel", "error"], { NODE_ENV: "production" });
}

function run([command, ...words], env = {}) {
  const result = spawnSync(command, words, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (result.error) process.stderr.write(`${command} : ${result.error.message}\n`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Runs the server until it stops, and hands it the signals that reach this process. */
function serve([command, ...words], env) {
  const child = spawn(command, words, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

const task = tasks[process.argv[2]];
if (!task) {
  process.stderr.write(`Tâche inconnue. Tâches : ${Object.keys(tasks).join(", ")}\n`);
  process.exit(2);
}
install();
task();
