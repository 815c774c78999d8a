import { decideCommand, recordEvents } from '@/lib/event-sourcing/append';
import type { DomainEvent, Recorded } from '@/lib/event-sourcing/event';
import type { DecisionContext } from '@/lib/event-sourcing/workflow';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import type { BroughtNumber } from '../bulk-append';
import type { ImportRun } from './imports';
import { CommandProblem, rowCommand } from './invoice-command';
import type { DueRow, ImportTarget, OpenRecord } from './open-record';
import { rowEnvelope, runMetadata } from './row-envelope';
import type { StagedRow } from './staged-row';

/** Rows as commands of invoices, by the mapping's activities: the rules of invoices hold for them. */
export function invoiceTarget(run: ImportRun): ImportTarget {
  return {
    workflow: invoiceWorkflow,
    decides: true,
    eventsOf(record, due, recordedAt) {
      const rows = new InvoiceRows(run, record, recordedAt);
      for (const each of due) rows.take(each);
      const { appended, numbers, idle, problems, version, state } = rows;
      const append =
        appended.length > 0
          ? { streamId: record.streamId, expected: record.version, hash: record.hash, appended }
          : null;
      return { append, after: { ...record, version, state }, numbers, idle, problems };
    },
  };
}

class InvoiceRows {
  readonly appended: { event: Recorded; state: object }[] = [];
  readonly numbers: (BroughtNumber & { line: number })[] = [];
  readonly idle: string[] = [];
  readonly problems: { line: number; message: string }[] = [];
  version: number;
  state: Invoice;

  constructor(
    private readonly run: ImportRun,
    private readonly record: OpenRecord,
    private readonly recordedAt: string,
  ) {
    this.version = record.version;
    this.state = record.state as Invoice;
  }

  take(due: DueRow): void {
    const staged = JSON.parse(due.row.data) as StagedRow;
    try {
      this.append(due, staged);
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      this.problems.push({ line: Number(due.row.line), message: error.message });
    }
  }

  private append(due: DueRow, staged: StagedRow): void {
    const { log, mapping } = this.run;
    const mapped = mapping.activities?.[staged.a];
    // The mapping leaves its rows out.
    if (mapped === null) return;
    if (mapped === undefined) {
      throw new CommandProblem(
        `The mapping says nothing of the activity “${staged.a}”. Add it to “activities”, with null to leave its rows out.`,
      );
    }
    const day = staged.t.slice(0, 10);
    const { command, number, reason } = rowCommand(staged, mapped, {
      log,
      streamId: this.record.streamId,
      contentId: due.row.content_id,
      day,
      invoice: this.state,
      times: mapping,
    });
    const envelope = rowEnvelope(this.record, due, staged, log, {
      metadata: runMetadata(this.run),
      recordedAt: this.recordedAt,
      reason: reason ?? null,
    });
    const context: DecisionContext = {
      now: envelope.occurredAt,
      today: day,
      actor: envelope.actor,
      mayApprove: true,
      reason: reason ?? `Imported from ${log}`,
      settings: invoiceWorkflow.initialSettings,
    };
    const events = this.decide(command, context, number, Number(due.row.line)).map((event) => ({
      event,
      cause: 'import' as const,
    }));
    const done = recordEvents<Invoice>(invoiceWorkflow, this, events, envelope);
    if (done.length === 0) this.idle.push(due.operationId);
    this.appended.push(...done);
    this.version += done.length;
    this.state = done.at(-1)?.state ?? this.state;
  }

  private decide(
    command: { type: string },
    context: DecisionContext,
    number: string | undefined,
    line: number,
  ): readonly DomainEvent[] {
    const first = decideCommand(invoiceWorkflow, this.state, command, context);
    const decision =
      first.kind === 'reserve' && number !== undefined
        ? decideCommand(invoiceWorkflow, this.state, command, { ...context, reserved: number })
        : first;
    switch (decision.kind) {
      case 'events':
        if (first.kind === 'reserve' && number !== undefined) {
          const { streamId } = this.record;
          this.numbers.push({
            series: first.series,
            number,
            streamId,
            holder: first.holder ?? streamId,
            line,
          });
        }
        return decision.events;
      case 'refused':
        throw new CommandProblem(`${command.type}: ${decision.refusal.message}`);
      case 'reserve':
        throw new CommandProblem(
          `${command.type}: Map “number” to the column with the number that it was given.`,
        );
      case 'revert':
        throw new CommandProblem(`${command.type}: What takes something back cannot be imported.`);
    }
  }
}
