/** How a picked event is known: by its record and its version. */
export const pickId = ({ streamId, version }: { streamId: string; version: number }): string =>
  `${streamId} ${version}`;

/** Picked events by record, as they are sent. */
export function pickedByRecord(ids: Iterable<string>): { streamId: string; versions: number[] }[] {
  const records = new Map<string, number[]>();
  for (const id of ids) {
    const [streamId = '', version = ''] = id.split(' ');
    const versions = records.get(streamId) ?? [];
    records.set(streamId, versions);
    versions.push(Number(version));
  }
  return [...records].map(([streamId, versions]) => ({
    streamId,
    versions: versions.sort((a, b) => a - b),
  }));
}

/** The ids between two, both included, in the order of the page; only the latter if the former is on another page. */
export function idsBetween(
  order: readonly string[],
  from: readonly string[],
  to: readonly string[],
): readonly string[] {
  const places = [...from, ...to].map((id) => order.indexOf(id));
  if (from.length === 0 || places.includes(-1)) return to;
  return order.slice(Math.min(...places), Math.max(...places) + 1);
}
