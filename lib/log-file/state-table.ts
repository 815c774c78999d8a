import type { CsvCell } from '../csv';
import { type ExportTable, fileTime } from '../export-format';
import { isCurrency, toDecimalText } from '../money';
import type { PastSense } from '../past-sense';
import { recordPlace } from '../record-places';
import { workflowOf } from '../workflows';

/** A record as it was at a moment, with the event that led to this state. */
export interface RecordState {
  workflow: string;
  streamId: string;
  version: number;
  type: string;
  actorName: string;
  occurredAt: string;
  recordedAt: string;
  /** The moment, ISO 8601 in UTC, and the sense in which it is meant. */
  asOf: string;
  sense: PastSense;
  state: object;
}

type Summary = Readonly<Record<string, unknown>>;

/**
 * Records of any workflow as a file. A line has the whole state as JSON; where all are of one workflow, CSV has a column
 * too for each thing that its list shows, amounts as plain decimals.
 *
 * @param alike one of the records, where all are of its workflow
 */
export function stateTable(
  timeZone: string,
  sense: PastSense,
  alike: RecordState | null,
): ExportTable<RecordState> {
  const shown = alike ? Object.keys(summaryOf(alike)) : [];
  return {
    header: [
      'Workflow',
      'Record ID',
      'Record',
      'Event of its record',
      'Last event',
      'Changed by',
      `Last change (${timeZone})`,
      'Occurred (UTC)',
      'Recorded (UTC)',
      ...shown.map((key) => inWords(key)),
      'State',
      `${sense === 'known' ? 'As known at' : 'As of'} (${timeZone})`,
    ],
    lines: (row) => {
      const summary = shown.length > 0 ? summaryOf(row) : {};
      return [
        [
          row.workflow,
          row.streamId,
          titleOf(row),
          row.version,
          row.type,
          row.actorName,
          fileTime(row.occurredAt, timeZone),
          row.occurredAt,
          row.recordedAt,
          ...shown.map((key) => cellOf(key, summary)),
          JSON.stringify(row.state),
          fileTime(row.asOf, timeZone),
        ],
      ];
    },
    json: (row) => ({
      as_of: row.asOf,
      sense: row.sense,
      workflow: row.workflow,
      stream_id: row.streamId,
      version: row.version,
      title: titleOf(row),
      last_event: {
        type: row.type,
        actor_name: row.actorName,
        occurred_at: row.occurredAt,
        recorded_at: row.recordedAt,
      },
      summary: summaryOf(row),
      state: row.state,
    }),
  };
}

const titleOf = ({ workflow, state }: RecordState): string | null =>
  recordPlace(workflow)?.title(state) ?? null;

const summaryOf = ({ workflow, state }: RecordState): Summary =>
  (workflowOf(workflow).summarize(state) as Summary | null) ?? {};

/** "Net amount" for `netAmount`. */
function inWords(key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cellOf(key: string, summary: Summary): CsvCell {
  const value = summary[key];
  const { currency } = summary;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') {
    const isAmount = /amount$/i.test(key) && typeof currency === 'string' && isCurrency(currency);
    return isAmount ? toDecimalText(value, currency) : value;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
