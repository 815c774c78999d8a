import { describe, expect, it } from 'vitest';
import { explain } from '../event-sourcing/narrate';
import { draft, lineId, people } from './testing';

const { ana, bob, mia } = people;
const support = { mayChangeOthersWork: false };
const reader = { id: 'ana', formatInstant: (instant: string) => instant.slice(0, 16) };

describe('linear undo and redo', () => {
  it('takes back my last change and re-applies it', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state.dueDate).toBeNull();
    expect(record.press(ana, 'redo').ok).toBe(true);
    expect(record.log.state.dueDate).toBe('2026-12-01');
    expect(record.events.at(-1)).toMatchObject({
      type: 'due_date_changed',
      cause: 'redo',
      revertsVersion: 3,
    });
  });

  it('case 3: leaves what somebody else changed meanwhile', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.command(bob, { type: 'change_details', memo: 'Thank you' });
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ dueDate: null, memo: 'Thank you' });
  });

  it('case 4: case 5: case 6: is refused while a later change of the same field stands, even with an equal value', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.command(bob, { type: 'change_details', dueDate: '2026-12-05' });
    expect(record.press(ana, 'undo')).toMatchObject({
      ok: false,
      refusal: { code: 'in_the_way', blockers: [3] },
    });
    record.command(mia, { type: 'change_details', dueDate: '2026-12-01' });
    expect(record.press(ana, 'undo')).toMatchObject({ ok: false, refusal: { blockers: [3, 4] } });
    record.press(mia, 'undo');
    record.press(bob, 'undo');
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state.dueDate).toBeNull();
  });

  it('case 8: a new change of mine switches Redo off; the row can still be re-applied', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.press(ana, 'undo');
    record.command(ana, { type: 'change_details', memo: 'New' });
    expect(record.log.history.actions.next('ana', 'redo')).toBeUndefined();
    expect(record.revertRow(ana, 2).ok).toBe(true);
    expect(record.log.state.dueDate).toBe('2026-12-01');
  });

  it('case 9: another person’s change on another key keeps my Redo', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.press(ana, 'undo');
    record.command(bob, { type: 'change_details', memo: 'New' });
    expect(record.press(ana, 'redo').ok).toBe(true);
  });

  it('case 10: change, undo, redo, undo are four events', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    for (const cause of ['undo', 'redo', 'undo'] as const) record.press(ana, cause);
    expect(record.events.slice(1).map((event) => event.revertsVersion)).toEqual([null, 2, 3, 4]);
    expect(record.log.state.dueDate).toBeNull();
  });

  it('case 46: a manager’s undo of my change is the manager’s to take back, and leaves my Redo empty', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.revertRow(mia, 2);
    expect(record.log.history.actions.next('ana', 'redo')).toBeUndefined();
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state.dueDate).toBe('2026-12-01');
  });

  it('case 35: case 47: stops at the top and says why instead of skipping to an older change', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.command(ana, { type: 'finalize_invoice' });
    record.command(ana, { type: 'send_invoice', messageId: lineId(9), to: 'a@example.com', text: null });
    expect(record.press(ana, 'undo')).toMatchObject({
      ok: false,
      refusal: { code: 'irreversible', version: 4 },
    });
    expect(record.revertRow(ana, 2).ok).toBe(true);
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state.dueDate).toBe('2026-12-01');
  });

  it('takes an operation of several events back as a whole', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01', memo: 'Both' });
    record.press(ana, 'undo');
    expect(record.events.slice(3).map((event) => event.revertsVersion)).toEqual([3, 2]);
    expect(record.log.state).toMatchObject({ dueDate: null, memo: null });
  });
});

describe('undo of one event', () => {
  it('case 12: case 13: a line’s addition waits for its changes; its removal gives back the same line in its place', () => {
    const record = draft();
    record.command(bob, { type: 'change_line', lineId: lineId(1), quantity: '5' });
    expect(record.revertRow(mia, 1)).toMatchObject({
      ok: false,
      refusal: { code: 'in_the_way', blockers: [2] },
    });
    const before = record.log.state.lines;
    record.command(ana, { type: 'remove_line', lineId: lineId(1) });
    record.revertRow(ana, 3);
    expect(record.log.state.lines).toEqual(before);
    expect(record.events.at(-1)?.type).toBe('line_restored');
  });

  it('case 17: case 38: the creation of an untouched draft is discarded, and re-applied as the draft it was', () => {
    const record = draft();
    const before = record.log.state;
    expect(record.revertRow(ana, 1).ok).toBe(true);
    expect(record.log.state).toEqual({ ...before, discarded: true });
    expect(record.revertRow(ana, 1).ok).toBe(true);
    expect(record.events.map((event) => event.type)).toEqual([
      'invoice_created',
      'draft_discarded',
      'draft_restored',
    ]);
    expect(record.log.state).toEqual(before);
  });

  it('case 40: is refused when the document was voided since', () => {
    const record = draft();
    record.command(ana, { type: 'finalize_invoice' });
    record.command(ana, { type: 'change_details', memo: 'Mine' });
    record.command(bob, { type: 'void_invoice' });
    expect(record.revertRow(ana, 3)).toMatchObject({
      ok: false,
      refusal: { code: 'in_the_way', blockers: [4] },
    });
  });

  it('case 41: re-applying a change of the price leaves the quantity that somebody set meanwhile', () => {
    const record = draft();
    record.command(ana, { type: 'change_line', lineId: lineId(1), unitPrice: 5000, quantity: '2' });
    record.press(ana, 'undo');
    record.command(bob, { type: 'change_line', lineId: lineId(1), quantity: '7' });
    expect(record.press(ana, 'redo').ok).toBe(true);
    expect(record.log.state.lines[lineId(1)]).toMatchObject({ unitPrice: 5000, quantity: '7' });
  });

  it('keeps the last line of a finalized invoice', () => {
    const record = draft({ lines: 0 });
    record.command(ana, {
      type: 'add_line',
      line: { id: lineId(1), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 },
    });
    record.command(ana, { type: 'finalize_invoice' });
    expect(record.revertRow(ana, 2)).toMatchObject({ ok: false, refusal: { code: 'invariant' } });
  });

  it('case 17: of what a sent message rests on, it does not advise to take the message back first', () => {
    const record = draft();
    record.command(ana, { type: 'finalize_invoice' });
    record.command(bob, { type: 'send_invoice', messageId: lineId(9), to: 'a@example.com', text: null });
    const result = record.revertRow(ana, 2);
    if (result.ok) throw new Error('A sent invoice went back to draft.');
    const { message, alternatives } = explain(record.log, result.refusal, reader);
    expect(message).toBe(
      'Bob Ekdahl sent the invoice to a@example.com (event 3, 2026-11-10T00:02). ' +
        'The message is out: the customer has it, and nothing here can call it back. ' +
        'So this can’t be undone any more.',
    );
    expect(alternatives.map(({ action }) => action)).toContain('void_invoice');
  });

  it('refuses a request that names what is no longer the tip, by whom and when', () => {
    const record = draft();
    record.command(bob, { type: 'change_details', dueDate: '2026-12-01' });
    record.press(bob, 'undo');
    const { log } = record;
    expect(explain(log, { code: 'already_reverted', version: 2, by: 3 }, reader).message).toBe(
      'This was already undone by Bob Ekdahl on 2026-11-10T00:02.',
    );
  });
});

describe('who may take back what', () => {
  it('refuses support another person’s change and says who can', () => {
    const record = draft();
    record.command(bob, { type: 'change_details', dueDate: '2026-12-01' });
    const result = record.revertRow(ana, 2, support);
    if (result.ok) throw new Error('Ana undid what is Bob’s.');
    expect(result.refusal.code).toBe('not_yours');
    expect(explain(record.log, result.refusal, reader).message).toBe(
      'Bob Ekdahl set the due date to 1 Dec 2026 (event 2, 2026-11-10T00:01). Only Bob Ekdahl or a manager can undo it.',
    );
    expect(record.events).toHaveLength(2);
  });

  it('refuses support to re-apply what a manager undid, though the change was their own', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.revertRow(mia, 2);
    expect(record.revertRow(ana, 2, support)).toMatchObject({
      ok: false,
      refusal: { code: 'not_yours', versions: [3] },
    });
  });

  it('case 25: refuses viewers everything, also who has become one', () => {
    const record = draft();
    expect(record.revertRow(ana, 1, { mayWrite: false })).toMatchObject({
      ok: false,
      refusal: { code: 'read_only' },
    });
  });

  it('asks for a reason for money and for another person’s change', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', memo: 'Mine' });
    expect(record.revertRow(ana, 2)).toMatchObject({ plan: { reasonRequired: false } });
    expect(record.revertRow(mia, 2)).toMatchObject({ plan: { reasonRequired: true } });
    record.command(ana, { type: 'finalize_invoice' });
    record.command(ana, {
      type: 'record_payment',
      paymentId: lineId(8),
      amount: 100,
      method: 'card',
      receivedOn: '2026-11-09',
      reference: null,
    });
    expect(record.press(ana, 'undo')).toMatchObject({ plan: { reasonRequired: true } });
  });
});
