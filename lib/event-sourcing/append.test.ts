import { describe, expect, it } from 'vitest';
import { draft, lineId, people } from '../invoice/testing';
import { invoiceWorkflow } from '../invoice/workflow';
import { decideCommand, type ProposedEvent, recordEvents } from './append';
import { someone } from './testing';

const context = {
  now: '',
  today: '2026-11-10',
  actor: someone,
  mayApprove: false,
  reason: null,
  settings: invoiceWorkflow.initialSettings,
};

describe('recordEvents', () => {
  const { log } = draft();
  const head = { version: 7, state: log.state };
  const envelope = {
    streamId: lineId(0),
    operationId: lineId(90),
    actor: people.bob,
    reason: 'because',
    metadata: { channel: 'form' },
    occurredAt: '2026-11-10T13:13:07.000000Z',
    recordedAt: '2026-11-10T13:13:08.000000Z',
  };
  const proposed: ProposedEvent[] = [
    { event: { type: 'memo_changed', payload: { memo: 'A' } }, cause: 'command' },
    {
      event: { type: 'memo_changed', payload: { memo: 'B' } },
      cause: 'undo',
      revertsVersion: 3,
      metadata: { button: 'list' },
    },
  ];
  const recorded = recordEvents(invoiceWorkflow, head, proposed, envelope);

  it('numbers versions after the head without a gap, and steps from 0', () => {
    expect(recorded.map(({ event }) => [event.version, event.step])).toEqual([
      [8, 0],
      [9, 1],
    ]);
  });

  it('works out what each changed on top of the one before, and the state after it', () => {
    expect(recorded.map(({ event }) => event.changes)).toEqual([
      { memo: { from: null, to: 'A' } },
      { memo: { from: 'A', to: 'B' } },
    ]);
    expect(recorded.map(({ state }) => state.memo)).toEqual(['A', 'B']);
    expect(head.state.memo).toBeNull();
  });

  it('gives every event the envelope of the operation, and its own cause and circumstances', () => {
    for (const { event } of recorded) {
      const { metadata: _, ...shared } = envelope;
      expect(event).toMatchObject({ ...shared, workflow: 'invoice', schemaVersion: 1, originVersion: null });
    }
    expect(recorded.map(({ event }) => [event.cause, event.revertsVersion, event.metadata])).toEqual([
      ['command', null, { channel: 'form' }],
      ['undo', 3, { channel: 'form', button: 'list' }],
    ]);
  });

  it('of nothing is nothing', () => expect(recordEvents(invoiceWorkflow, head, [], envelope)).toEqual([]));
});

describe('decideCommand', () => {
  const dear = {
    id: lineId(50),
    description: 'Gold',
    quantity: '2000',
    unitPrice: 1_000_000_000,
    taxRate: 0,
  };

  it('refuses what would newly break an invariant', () => {
    expect(
      decideCommand(invoiceWorkflow, draft().log.state, { type: 'add_line', line: dear } as never, context),
    ).toEqual({
      kind: 'refused',
      refusal: { code: 'total_too_large', message: 'The total is beyond what an invoice can hold.' },
    });
  });

  it('lets go on what was brought in broken: it is nobody’s fault now', () => {
    const { state } = draft().log;
    const broken = { ...state, lines: { ...state.lines, [dear.id]: { ...dear, place: 'a9' } } };
    expect(invoiceWorkflow.violations(broken, context.settings)).toHaveLength(1);
    const command = { type: 'change_details', memo: 'Thank you' };
    expect(decideCommand(invoiceWorkflow, broken, command, context)).toMatchObject({ kind: 'events' });
  });

  it('hands on the wish for a number, and a refusal of the rules', () => {
    const { state } = draft().log;
    expect(decideCommand(invoiceWorkflow, state, { type: 'finalize_invoice' }, context)).toEqual({
      kind: 'reserve',
      series: 'invoice',
    });
    expect(decideCommand(invoiceWorkflow, state, { type: 'void_invoice' }, context)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'not_lawful' },
    });
  });
});
