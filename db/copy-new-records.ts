/**
 * Many new records by COPY, straight into the tables that `append` writes: what is brought in by the million. It leaves
 * nothing to decide in the database, so a record that is there already makes the whole transaction fail.
 *
 * Its rows are made before the transaction begins, so that they can be made while the one before is being written.
 */
import type { PoolClient } from 'pg';
import { workflowOf } from '@/lib/workflows';
import { eventColumns, projectedEvent, type StreamAppend, snapshotEvery } from './append';
import { copyJson, copyPieces, copyText } from './copy-rows';
import type { Fill, Projection } from './projections/projection';
import { projections } from './projections/registry';
import { toStored } from './stored-event';

/** Rows that are ready for the database. */
export interface NewRecords {
  /** The hash of each record's new head, in hex. */
  hashes: ReadonlyMap<string, string>;
  /** By the table with its columns: lines as COPY takes them. */
  tables: ReadonlyMap<string, readonly Buffer[]>;
}

const eventTypes = Object.entries(eventColumns) as [keyof typeof eventColumns, string][];
const eventsInto = `events (${eventTypes.map(([name]) => name).join(', ')}, hash)`;
const headsInto = 'streams (stream_id, workflow, version, state_version, state, hash, occurred_at)';
const snapshotsInto = 'snapshots (stream_id, version, state_version, state)';

/** Nothing to copy. */
export const noRecords: NewRecords = { hashes: new Map(), tables: new Map() };

/** Can records of this workflow be copied in? */
export const isCopied = (workflow: string): boolean => projections[workflow]?.fills !== undefined;

/** Makes the rows of records of one workflow that are not there yet, record by record. */
export class NewRecordRows {
  private readonly hashes = new Map<string, string>();
  private readonly events = new Lines();
  private readonly heads = new Lines();
  private readonly snapshots = new Lines();
  private readonly fills: readonly { fill: Fill; types: readonly [string, string][]; lines: Lines }[];
  private readonly projection: Projection;
  private readonly stateVersion: number;

  constructor(private readonly workflow: string) {
    const projection = projections[workflow];
    if (!projection?.fills) throw new Error(`Records of the workflow ${workflow} cannot be copied in.`);
    this.projection = projection;
    this.stateVersion = workflowOf(workflow).stateVersion;
    this.fills = projection.fills.map((fill) => ({
      fill,
      types: Object.values(fill.columns).map((from) => [from, projection.columns[from] ?? 'text']),
      lines: new Lines(),
    }));
  }

  add({ streamId, appended }: StreamAppend): void {
    const { stateVersion, workflow } = this;
    let previous: Uint8Array | null = null;
    for (const [index, { event, state }] of appended.entries()) {
      const { columns, parts, hash } = toStored(event, previous);
      previous = hash;
      const head = `\\\\x${columns.hash}`;
      let line = '';
      for (const [name, type] of eventTypes)
        line += `${type === 'jsonb' ? copyJson(parts[name as keyof typeof parts]) : cell(columns[name], type)}\t`;
      this.events.add(line + head);
      const last = index === appended.length - 1;
      const isKept = event.version % snapshotEvery === 0;
      const written = last || isKept ? copyJson(JSON.stringify(state)) : '';
      if (isKept) this.snapshots.add(`${streamId}\t${event.version}\t${stateVersion}\t${written}`);
      if (last) {
        this.heads.add(
          `${streamId}\t${workflow}\t${event.version}\t${stateVersion}\t${written}\t${head}\t${event.occurredAt}`,
        );
        this.hashes.set(streamId, columns.hash);
      }
      this.project(this.projection.rowOf(projectedEvent(appended, index)) as Row, last);
    }
  }

  done(): NewRecords {
    return {
      hashes: this.hashes,
      tables: new Map([
        [headsInto, this.heads.done()],
        [eventsInto, this.events.done()],
        [snapshotsInto, this.snapshots.done()],
        ...this.fills.map(
          ({ fill, lines }) =>
            [`${fill.table} (${Object.keys(fill.columns).join(', ')})`, lines.done()] as const,
        ),
      ]),
    };
  }

  private project(row: Row, last: boolean): void {
    for (const { fill, types, lines } of this.fills) {
      if (fill.of === 'last' && !last) continue;
      lines.add(types.map(([from, type]) => cell(row[from], type)).join('\t'));
    }
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Writes them, within the transaction of whoever calls. Throws a unique violation where one of the records is there. */
export async function copyNewRecords(client: PoolClient, { tables }: NewRecords): Promise<void> {
  for (const [into, pieces] of tables) if (pieces.length > 0) await copyPieces(client, into, pieces);
}

/** Lines as bytes, soon: as text each would be copied by the garbage collector for as long as the chunk is made. */
class Lines {
  private readonly pieces: Buffer[] = [];
  private text = '';

  add(line: string): void {
    this.text += `${line}\n`;
    if (this.text.length > pieceSize) this.cut();
  }

  done(): readonly Buffer[] {
    if (this.text !== '') this.cut();
    return this.pieces;
  }

  private cut(): void {
    this.pieces.push(Buffer.from(this.text));
    this.text = '';
  }
}

const pieceSize = 16 * 1024;

function cell(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N';
  if (type === 'jsonb') return copyJson(JSON.stringify(value));
  if (typeof value === 'string') return copyText(value);
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value);
}
