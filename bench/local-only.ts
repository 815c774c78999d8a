const local = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/**
 * Why a load test must not go to this database, or undefined for one on this machine. A benchmark on somebody else's
 * server measures the network and burdens people.
 *
 * @param url a PostgreSQL URL as `pg` reads it; a socket's folder may be its host, or given as `?host=`
 * @param environment where `pg` looks for a host that the URL does not name
 */
export function whyNotLocal(
  url: string,
  environment: Record<string, string | undefined>,
): string | undefined {
  if (!URL.canParse(url))
    return 'DATABASE_URL is no URL; it looks like postgresql://user:password@127.0.0.1:5432/database.';
  const { hostname, searchParams } = new URL(url);
  const named = searchParams.get('host') ?? decodeURIComponent(hostname);
  const host = named || environment.PGHOST || 'localhost';
  if (host.startsWith('/') || local.has(host)) return undefined;
  return `DATABASE_URL is on ${host}, and the benchmark loads a database as much as it can: it goes to 127.0.0.1, localhost or a socket only. Leave DATABASE_URL out to use a PostgreSQL of its own.`;
}
