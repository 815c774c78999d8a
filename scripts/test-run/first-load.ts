import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The JavaScript that a browser loads for a route before anything is pressed, in bytes as they travel (gzip). */
export interface FirstLoad {
  /** As Next names it: `/invoices/[id]`. */
  route: string;
  bytes: number;
  /** The largest first. */
  chunks: readonly { name: string; bytes: number }[];
}

const kilobyte = 1024;

/** In bytes: the budgets of the interface's design. */
export const firstLoadBudgets = { list: 220 * kilobyte, record: 260 * kilobyte } as const;

/** The pages of one record, which bring its rules along, and the forms; every other page has the smaller budget. */
const records: ReadonlySet<string> = new Set([
  '/invoices/[id]',
  '/invoices/new',
  '/customers/[id]',
  '/customers/new',
  '/subscriptions/[id]',
  '/subscriptions/new',
  '/orders/[id]',
  '/orders/new',
  '/records/[id]',
  '/admin/people/[id]',
  '/settings',
  '/settings/periods',
  '/activity/undo',
]);

export function firstLoadBudget(route: string): number {
  return firstLoadBudgets[records.has(route) ? 'record' : 'list'];
}

/**
 * Reads what a production build makes a browser load for each route: the chunks that Next itself counts, which are the
 * script tags of the page and what they need, compressed here as the server compresses them.
 *
 * @param folder of the build, such as `.next`
 */
export function readFirstLoads(folder: string): FirstLoad[] {
  const sizes = new Map<string, number>();
  const sizeOf = (path: string): number => {
    // The paths begin with the folder that was built into.
    const known = sizes.get(path) ?? gzipSync(readFileSync(join(dirname(folder), path))).length;
    sizes.set(path, known);
    return known;
  };
  return readStats(folder).map(({ route, firstLoadChunkPaths }) => {
    const chunks = firstLoadChunkPaths
      .map((path) => ({ name: basename(path), bytes: sizeOf(path) }))
      .sort((a, b) => b.bytes - a.bytes);
    return { route, chunks, bytes: chunks.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}

/** Throws with every route that is over its budget: by how much, and what its largest chunks are. */
export function checkFirstLoads(loads: readonly FirstLoad[]): void {
  const over = loads.filter(({ route, bytes }) => bytes > firstLoadBudget(route));
  if (over.length === 0) return;
  throw new Error(
    [
      'These routes load more JavaScript at first than they may (gzip, in KB of 1024 bytes):',
      ...over.map(describe),
      'Load what is not needed at once when it is opened (`next/dynamic` with `loadPart`). `npx next analyze` shows what ' +
        'is in the chunks, and docs/decisions/0033-first-load-javascript.md what was tried.',
    ].join('\n'),
  );
}

/** How many of a route's chunks a message names. */
const named = 5;

function describe({ route, bytes, chunks }: FirstLoad): string {
  const budget = firstLoadBudget(route);
  const largest = chunks.slice(0, named).map((chunk) => `${chunk.name} ${kb(chunk.bytes)}`);
  return `  ${route}: ${kb(bytes)}, ${kb(bytes - budget)} over its ${kb(budget)}. Largest: ${largest.join(', ')}.`;
}

const kb = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} KB`;

interface RouteStats {
  route: string;
  firstLoadChunkPaths: readonly string[];
}

function readStats(folder: string): readonly RouteStats[] {
  const file = join(folder, 'diagnostics', 'route-bundle-stats.json');
  let stats: unknown;
  try {
    stats = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} can't be read. It is written by \`next build\`: build the app first.`, {
      cause,
    });
  }
  if (!Array.isArray(stats) || stats.length === 0 || !stats.every(isRouteStats))
    throw new Error(`${file} is not as Next 16 writes it: read what this version writes instead.`);
  return stats;
}

const isRouteStats = (value: RouteStats): boolean =>
  typeof value?.route === 'string' &&
  Array.isArray(value.firstLoadChunkPaths) &&
  value.firstLoadChunkPaths.length > 0 &&
  value.firstLoadChunkPaths.every((path) => typeof path === 'string');
