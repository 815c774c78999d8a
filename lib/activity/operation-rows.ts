/**
 * How the events of a page become its rows. An operation over many records, such as a reminder to forty customers, is
 * one row; everything else is a row an event.
 *
 * A page is always a run of events without a gap, so that a cursor is the place of one event and paging skips and
 * doubles nothing. Only how long the run is depends on the rows: it goes on until they fill a page.
 */

export interface OperationPart {
  streamId: string;
  operationId: string;
}

/** How many of these events, from the first, fill a page of at most so many rows. */
export function pageLength(events: readonly OperationPart[], mostRows: number): number {
  const operations = new Map<string, { streams: Set<string>; events: number }>();
  let rows = 0;
  let length = 0;
  for (const [index, { operationId, streamId }] of events.entries()) {
    const operation = operations.get(operationId) ?? { streams: new Set(), events: 0 };
    operations.set(operationId, operation);
    rows -= rowCount(operation);
    operation.streams.add(streamId);
    operation.events += 1;
    rows += rowCount(operation);
    if (rows <= mostRows) length = index + 1;
  }
  return length;
}

const rowCount = ({ streams, events }: { streams: ReadonlySet<string>; events: number }): number =>
  streams.size > 1 ? 1 : events;

/** The rows of a page in its order: one event each, or all those of an operation over several records. */
export function operationRows<E extends OperationPart>(events: readonly E[]): E[][] {
  const operations = new Map<string, E[]>();
  for (const event of events) {
    const operation = operations.get(event.operationId);
    if (operation) operation.push(event);
    else operations.set(event.operationId, [event]);
  }
  const rows: E[][] = [];
  for (const event of events) {
    const operation = operations.get(event.operationId) ?? [event];
    const oneRecord = operation.every((other) => other.streamId === event.streamId);
    if (oneRecord) rows.push([event]);
    else if (operation[0] === event) rows.push(operation);
  }
  return rows;
}
