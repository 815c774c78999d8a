import { recordEvents } from '@/lib/event-sourcing/append';
import { type LogRecord, nextPlace } from '@/lib/record/record';
import { recordWorkflow } from '@/lib/record/workflow';
import type { ImportRun } from './imports';
import type { ImportTarget } from './open-record';
import { rowEnvelope, runMetadata } from './row-envelope';
import type { StagedRow } from './staged-row';

/** Rows as activities of records: nothing forbids any. */
export function recordTarget(run: ImportRun): ImportTarget {
  const { log, mapping } = run;
  const metadata = runMetadata(run);
  return {
    workflow: recordWorkflow,
    decides: false,
    eventsOf(record, due, recordedAt) {
      let { version } = record;
      let state = record.state as LogRecord;
      let place = nextPlace(state);
      const appended = due.map((each) => {
        const staged = JSON.parse(each.row.data) as StagedRow;
        const { c: caseId, a: activity, t: at, f: fields, y: types } = staged;
        const origin = { id: record.streamId, log, caseId, timeZone: mapping.timeZone ?? offsetOf(at) };
        // In the order in which they are hashed.
        const said = { activity, at, fields, place, ...(types && { types }) };
        const payload = version === 0 ? { ...said, record: origin } : said;
        const [done] = recordEvents<LogRecord>(
          recordWorkflow,
          { version, state },
          [{ event: { type: 'activity_recorded', payload }, cause: 'import' }],
          rowEnvelope(record, each, staged, log, { metadata, recordedAt, reason: null }),
        );
        if (!done) throw new Error('A row led to no event.');
        version += 1;
        place += 1;
        state = done.state;
        return done;
      });
      const append =
        appended.length > 0
          ? { streamId: record.streamId, expected: record.version, hash: record.hash, appended }
          : null;
      return { append, after: { ...record, version, state }, numbers: [], idle: [], problems: [] };
    },
  };
}

/** `+02:00` of a time with its offset. */
const offsetOf = (at: string): string => (at.endsWith('Z') ? 'UTC' : at.slice(-6));
