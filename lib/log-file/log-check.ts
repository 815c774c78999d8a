import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '../event-sourcing/canonical-json';
import { linkHash, type Sha256 } from '../event-sourcing/chain';
import { upcast } from '../event-sourcing/upcast';
import { payloadOf } from '../workflows';
import type { LoggedEvent } from './event-line';
import { LineProblem } from './read-event-line';

/** Where a record stands: after this version, with this hash. */
export interface ChainEnd {
  version: number;
  hash: Uint8Array;
  occurredAt: string | null;
}

/**
 * Holds the lines of an export, one after another, to what the log promises: each record whole and in order, its hash
 * chain unbroken, and every event one that this release knows.
 */
export class LogCheck {
  private last: LoggedEvent | null = null;
  private end: ChainEnd | null = null;

  /** @param now nothing happened or was recorded after it; ISO 8601 in UTC with microseconds */
  constructor(
    private readonly now: string,
    private readonly sha256: Sha256,
  ) {}

  /**
   * Checks the next event; throws a `LineProblem`.
   *
   * @param before where its record stands here, if it is the first of it in the file and begins in the middle
   */
  next(event: LoggedEvent, before: ChainEnd | null): void {
    const { last } = this;
    if (!last || last.stream_id !== event.stream_id) {
      if (last && last.stream_id > event.stream_id)
        throw new LineProblem(
          `The record ${event.stream_id} is out of order: an export has its events by record. Keep its lines as they were written.`,
        );
      if (event.version > 1 && before?.version !== event.version - 1)
        throw new LineProblem(
          `The record ${event.stream_id} begins with its event ${event.version}. A history is brought in from event 1 on; export it without filters.`,
        );
      this.end = event.version > 1 ? before : null;
    } else if (event.version !== last.version + 1) {
      throw new LineProblem(
        `Event ${event.version} of the record ${event.stream_id} follows event ${last.version}. Events in between are missing, or out of order.`,
      );
    } else if (event.workflow !== last.workflow) {
      throw new LineProblem(
        `The record ${event.stream_id} is of the workflow ${last.workflow}, and cannot become of ${event.workflow}.`,
      );
    }
    this.checkTimes(event);
    this.checkPayload(event);
    const hash = this.checkHash(event);
    this.end = { version: event.version, hash, occurredAt: event.occurred_at };
    this.last = event;
  }

  private checkTimes({ occurred_at, recorded_at, version, reverts_version }: LoggedEvent): void {
    const before = this.end?.occurredAt;
    if (before && occurred_at < before)
      throw new LineProblem(`Event ${version} happened before the event that it follows.`);
    if (occurred_at > this.now || recorded_at > this.now)
      throw new LineProblem(
        `Event ${version} lies in the future: it happened at ${occurred_at} and was recorded at ${recorded_at}.`,
      );
    if (reverts_version !== null && reverts_version >= version)
      throw new LineProblem(`Event ${version} takes back event ${reverts_version}, which comes later.`);
  }

  private checkPayload(event: LoggedEvent): void {
    try {
      const definition = payloadOf(event.workflow, event.type);
      const { schema_version: schemaVersion, payload, changes } = event;
      definition.schema.parse(upcast(event.type, definition, { schemaVersion, payload, changes }).payload);
    } catch (error) {
      const { message, name } = error as Error;
      // A schema's own message is a list for programs.
      const why = name.endsWith('ZodError') ? 'What it says is not what such an event says.' : message;
      throw new LineProblem(`Event ${event.version}, “${event.type}”, cannot be read. ${why}`);
    }
  }

  private checkHash({ hash, ...columns }: LoggedEvent): Uint8Array {
    const worked = linkHash(this.end?.hash ?? null, canonicalJson(columns), this.sha256);
    if (bytesToHex(worked) !== hash)
      throw new LineProblem(
        `The hash of event ${columns.version} of the record ${columns.stream_id} does not follow from it and the event before. One of them was changed after it was written.`,
      );
    return worked;
  }
}
