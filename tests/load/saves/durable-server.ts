import postgres from "postgres";

/**
 * Refuses a server that acknowledges a commit before it is on the disk: its figures would mean nothing.
 * @throws Error in French that names each faulty setting, its value, and what to do.
 */
export async function requireDurableServer(databaseUrl: string): Promise<void> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const settings = await client<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in ('fsync', 'synchronous_commit') order by name`;
    const faulty = settings.filter(({ setting }) => setting === "off");
    if (settings.length === 2 && faulty.length === 0) return;
    const named = faulty.map(({ name, setting }) => `${name} = ${setting}`).join(", ");
    throw new Error(
      `Mesure refusée : ce PostgreSQL n’attend pas que ses écritures soient sur le disque (${named}). Démarrez-le avec fsync et synchronous_commit, par exemple avec « pg_virtualenv -o fsync=on ».`,
    );
  } finally {
    await client.end();
  }
}

/** A new database on the same server, for one measure. */
export async function createDatabase(
  databaseUrl: string,
): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const admin = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  const name = `jalons_saves_${process.pid}_${Date.now().toString(36)}`;
  await admin.unsafe(`create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
