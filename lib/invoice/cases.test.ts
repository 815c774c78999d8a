/** The cases of undo, redo, cascade, restore and batch that the rules must bring out so; each by its number. */
import { describe, expect, it } from 'vitest';
import { explain } from '../event-sourcing/narrate';
import type { PlanResult, RevertRequest } from '../event-sourcing/plan';
import { askedInvoiceCommand } from './commands';
import type { Invoice } from './invoice';
import { draft, lineId, people } from './testing';
import type { Build } from './testing/histories';
import { creditNote, payment, refund } from './testing/lives';

const { ana, bob, mia } = people;
const support = { mayChangeOthersWork: false };
const finalize = { type: 'finalize_invoice' } as const;
const send = { type: 'send_invoice', messageId: lineId(70), to: 'a@example.com', text: null } as const;
const due = (day: string) => ({ type: 'change_details', dueDate: `2026-12-${day}` }) as const;
const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;

/** What a refusal offers instead, as the page and the server would say it to this person. */
function offered(record: Build, who: { id: string }, result: PlanResult<Invoice>, rights = {}) {
  if (result.ok) throw new Error('This was not refused.');
  const reader = { id: who.id, formatInstant: (instant: string) => instant.slice(0, 10) };
  const settings: unknown = record.workflow.initialSettings;
  const asker = { actorId: who.id, mayWrite: true, mayChangeOthersWork: true, settings, ...rights };
  return explain(record.log, result.refusal, reader, asker);
}

const actions = (explained: ReturnType<typeof offered>) => explained.alternatives.map(({ action }) => action);
const row = (version: number): RevertRequest => ({ button: 'row', version });
const cascade = (version: number): RevertRequest => ({ button: 'cascade', version });
const restore = (version: number): RevertRequest => ({ button: 'restore', version });
const done = (result: PlanResult<Invoice>) => {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}.`);
  return result.plan;
};

describe('what stands in the way', () => {
  it('case 4: both changed the due date: Bob is named, cascade and the old value are offered, as far as allowed', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.command(ana, due('02'));
    record.command(bob, due('05'));
    const refused = record.revert(ana, row(3), support);
    const told = offered(record, ana, refused, support);
    expect(told.message).toContain('Bob Ekdahl moved the due date to 5 Dec 2026 (event 4');
    expect(actions(told)).toEqual(['put_back']);
    expect(told.alternatives[0]).toMatchObject({
      label: 'Put 1 Dec 2026 back as a new change',
      command: { type: 'change_details', dueDate: '2026-12-01' },
      originVersion: 2,
    });
    const asManager = offered(record, mia, record.revert(mia, row(3)));
    expect(actions(asManager)).toEqual(['cascade', 'put_back']);
    expect(done(record.revert(mia, cascade(3))).reverts.map((revert) => revert.revertsVersion)).toEqual([
      4, 3,
    ]);
    expect(record.log.state.dueDate).toBe('2026-12-01');
  });

  it('case 7: one of several fields is superseded: refused whole, the clean ones are offered', () => {
    const record = draft();
    record.command(ana, { type: 'change_line', lineId: lineId(1), quantity: '3', unitPrice: 900 });
    record.command(bob, { type: 'change_line', lineId: lineId(1), quantity: '9' });
    const told = offered(record, ana, record.revert(ana, row(2), support), support);
    expect(actions(told)).toEqual(['put_back_clean', 'put_back']);
    expect(told.alternatives[0]?.command).toEqual({
      type: 'change_line',
      lineId: lineId(1),
      unitPrice: 1250,
      amountsIn: 'EUR',
    });
    for (const { command } of told.alternatives) expect(askedInvoiceCommand.parse(command)).toEqual(command);
    expect(told.alternatives[1]?.command).toMatchObject({ quantity: '2', unitPrice: 1250 });
  });

  it('case 12: a line’s addition waits for its change: the cascade takes both, newest first', () => {
    const record = draft();
    const line = { id: lineId(5), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 };
    record.command(ana, { type: 'add_line', line });
    record.command(bob, { type: 'change_line', lineId: lineId(5), quantity: '4' });
    const told = offered(record, mia, record.revert(mia, row(2)));
    expect(told).toMatchObject({ code: 'in_the_way', events: [3] });
    expect(told.alternatives[0]).toMatchObject({
      action: 'cascade',
      label: 'Undo this and the change in its way together',
    });
    const plan = done(record.revert(mia, cascade(2)));
    expect(plan.reverts.map((revert) => revert.revertsVersion)).toEqual([3, 2]);
    expect(record.log.state.lines[lineId(5)]).toBeUndefined();
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state.lines[lineId(5)]).toMatchObject({ quantity: '4' });
  });

  it('case 15: a payment that was partly refunded: the refund is named, both go together', () => {
    const record = draft();
    for (const command of [finalize, payment(5950, lineId(60)), refund(1000, lineId(60), lineId(61))])
      record.command(ana, command);
    const told = offered(record, mia, record.revert(mia, row(3)));
    expect(told.message).toContain('refund');
    expect(told.events).toEqual([4]);
    expect(actions(told)[0]).toBe('cascade');
    expect(done(record.revert(mia, cascade(3))).reverts.map((revert) => revert.event.type)).toEqual([
      'refund_cancelled',
      'payment_reversed',
    ]);
  });

  it('case 37: a draft with later changes: they are listed, the cascade discards it', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.command(bob, memo('B'));
    const told = offered(record, mia, record.revert(mia, row(1)));
    expect(told.events).toEqual([2, 3]);
    expect(actions(told)).toContain('cascade');
    done(record.revert(mia, cascade(1)));
    expect(record.log.state.discarded).toBe(true);
  });

  it('case 39: the currency under somebody’s new line: the line is named', () => {
    const record = draft();
    record.command(ana, { type: 'change_currency', currency: 'USD' });
    const line = { id: lineId(5), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 };
    record.command(bob, { type: 'add_line', line });
    const told = offered(record, ana, record.revert(ana, row(2)));
    expect(told.message).toMatch(/Bob Ekdahl added .*Rye/);
  });

  it('case 45: blocked by somebody’s undo: the cascade re-applies that', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.command(bob, due('05'));
    record.command(ana, due('09'));
    record.revert(mia, { button: 'batch', versions: [3, 4], skip: false });
    record.revert(bob, row(record.events.length));
    const tip = record.log.history.tipOf(4);
    const result = record.revert(mia, row(tip));
    if (!result.ok) {
      done(record.revert(mia, cascade(tip)));
    }
    expect(record.log.state.dueDate).toBe('2026-12-09');
  });
});

describe('restore', () => {
  it('case 21: to before a settled refund: the refund, its payment and what they rest on stay, with the reasons', () => {
    const record = draft();
    const settle = { type: 'settle_refund', refundId: lineId(61), settledOn: '2026-11-10' } as const;
    record.command(ana, memo('Before'));
    record.command(ana, finalize);
    record.command(bob, memo('After'));
    for (const command of [payment(5950, lineId(60)), refund(1000, lineId(60), lineId(61)), settle])
      record.command(ana, command);
    const plan = done(record.revert(mia, restore(2)));
    expect(record.log.state.memo).toBe('Before');
    expect(plan.stays.map((stay) => record.log.history.event(stay.version).type)).toEqual([
      'refund_settled',
      'refund_issued',
      'payment_received',
      'invoice_finalized',
    ]);
    expect(plan.stays[0]?.refusal.code).toBe('irreversible');
    expect(plan.stays.slice(1).every(({ refusal }) => refusal.code === 'in_the_way')).toBe(true);
    expect(Object.keys(plan.left)).toContain(`refunds.${lineId(61)}.amount`);
  });

  it('case 22: case 48: Undo after a restore takes the restore back as a whole', () => {
    const record = draft();
    for (const command of [due('01'), memo('A'), due('02')]) record.command(ana, command);
    record.command(bob, memo('B'));
    const before = record.log.state;
    const plan = done(record.revert(mia, restore(1)));
    expect(plan.reverts).toHaveLength(4);
    expect(record.events.at(-1)).toMatchObject({
      cause: 'restore',
      metadata: { button: 'restore', restored_to: 1 },
    });
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state).toEqual(before);
  });

  it('case 23: to a version whose state equals the present, whatever its history: no event', () => {
    const record = draft();
    record.command(ana, memo('A'));
    record.command(bob, memo('B'));
    record.command(ana, memo('A'));
    const { length } = record.events;
    expect(record.revert(mia, restore(2))).toEqual({
      ok: false,
      refusal: { code: 'same_already', version: 2 },
    });
    expect(record.events).toHaveLength(length);
  });

  it('case 42: to a version inside an operation means the end of the operation', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01', memo: 'Both' });
    record.command(bob, memo('Later'));
    done(record.revert(mia, restore(2)));
    expect(record.log.state).toMatchObject({ dueDate: '2026-12-01', memo: 'Both' });
  });

  it('case 43: no single order keeps the bounds at every step, but the end does: done', () => {
    const record = draft();
    const discount = (id: number, amount: number) =>
      ({
        type: 'grant_discount',
        discount: { id: lineId(id), description: 'Regular', rate: null, amount },
      }) as const;
    record.command(ana, discount(51, 4000));
    record.command(bob, { type: 'withdraw_discount', discountId: lineId(51) });
    record.command(bob, { type: 'remove_line', lineId: lineId(1) });
    record.command(bob, discount(52, 2000));
    // On the way back the two discounts stand together on one line, if the new one goes last; or not, as they come.
    done(record.revert(mia, restore(2)));
    expect(Object.keys(record.log.state.lines)).toHaveLength(2);
    expect(Object.keys(record.log.state.discounts)).toEqual([lineId(51)]);
  });

  it('case 49: to before the lines of a sent invoice: the oldest line stays, with the reason', () => {
    const record = draft({ lines: 0 });
    for (const n of [1, 2]) {
      const line = { id: lineId(n), description: `Line ${n}`, quantity: '1', unitPrice: 100, taxRate: 0 };
      record.command(ana, { type: 'add_line', line });
    }
    record.command(ana, finalize);
    record.command(ana, send);
    const plan = done(record.revert(mia, restore(1)));
    expect(Object.keys(record.log.state.lines)).toEqual([lineId(1)]);
    expect(plan.stays.map((stay) => [stay.version, stay.refusal.code])).toEqual([
      [5, 'irreversible'],
      [4, 'in_the_way'],
      [2, 'invariant'],
    ]);
  });
});

describe('batch', () => {
  it('case 19: one of them is superseded: nothing happens until the rest is asked for', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.command(ana, memo('A'));
    record.command(bob, due('05'));
    const versions = [2, 3];
    expect(record.revert(mia, { button: 'batch', versions, skip: false }).ok).toBe(false);
    expect(record.events).toHaveLength(4);
    const plan = done(record.revert(mia, { button: 'batch', versions, skip: true }));
    expect(plan.stays.map((stay) => stay.version)).toEqual([2]);
    expect(record.log.state).toMatchObject({ dueDate: '2026-12-05', memo: null });
  });

  it('case 20: undo of a batch partly undone since reverts only what is still in force', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.command(ana, memo('A'));
    const batch = done(record.revert(mia, { button: 'batch', versions: [2, 3], skip: false }));
    expect(batch.reverts.map((revert) => revert.revertsVersion)).toEqual([3, 2]);
    // Bob puts the memo back, and takes it out again: that is his now.
    record.revert(bob, row(4));
    record.revert(mia, row(6));
    const undone = done(record.press(mia, 'undo'));
    expect(undone.reverts.map((revert) => revert.revertsVersion)).toEqual([7]);
  });

  it('case 20: what was re-applied and undone again by somebody else stays undone', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.command(ana, memo('A'));
    done(record.revert(mia, { button: 'batch', versions: [2, 3], skip: false }));
    done(record.revert(ana, row(4)));
    done(record.revert(bob, row(6)));
    // Of the batch, events 4 and 5, only the latter is in force.
    const back = done(record.revert(mia, { button: 'batch', versions: [4, 5], skip: false }));
    expect(back.reverts.map((revert) => revert.revertsVersion)).toEqual([5]);
    expect(record.log.state).toMatchObject({ dueDate: '2026-12-01', memo: null });
  });

  it('case 51: everything Sam did, where Sam undid and redid in it: as if Sam had done nothing', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.command(bob, memo('B'));
    record.revert(bob, row(2));
    record.revert(bob, row(4));
    record.command(bob, due('05'));
    record.press(bob, 'undo');
    const versions = record.events.filter(({ actor }) => actor.id === 'bob').map(({ version }) => version);
    const plan = done(record.revert(mia, { button: 'batch', versions, skip: false }));
    expect(plan.reverts.map((revert) => revert.event.type)).toEqual(['memo_changed']);
    expect(record.log.state).toMatchObject({ dueDate: '2026-12-01', memo: null });
  });
});

describe('the rest', () => {
  it('case 41: a price set and undone, a quantity of Bob’s, the price again: his quantity stays', () => {
    const record = draft();
    record.command(ana, { type: 'change_line', lineId: lineId(1), unitPrice: 900 });
    record.press(ana, 'undo');
    record.command(bob, { type: 'change_line', lineId: lineId(1), quantity: '9' });
    done(record.press(ana, 'redo'));
    expect(record.log.state.lines[lineId(1)]).toMatchObject({ unitPrice: 900, quantity: '9' });
  });

  it('case 44: written off, then paid in full: the write-off can be undone and redone', () => {
    const record = draft();
    record.command(ana, finalize);
    record.command(ana, { type: 'write_off_invoice', requestId: lineId(62) });
    record.command(bob, payment(5950, lineId(60)));
    done(record.revert(mia, row(3)));
    done(record.press(mia, 'undo'));
    expect(record.log.state.writtenOffAt).not.toBeNull();
  });

  it('case 14: what was sent offers the correction, the credit note and the void', () => {
    const record = draft();
    for (const command of [finalize, send]) record.command(ana, command);
    const told = offered(record, mia, record.revert(mia, row(3)));
    expect(actions(told)).toEqual(['send_invoice', 'issue_credit_note', 'void_invoice']);
  });

  it('an invariant that refuses offers the cascade, with what touches it', () => {
    const record = draft();
    record.command(ana, finalize);
    record.command(bob, creditNote(5950, lineId(63)));
    record.command(mia, { type: 'change_details', memo: 'Late' });
    const result = record.revert(mia, { button: 'batch', versions: [2], skip: false });
    expect(result.ok).toBe(false);
    expect(done(record.revert(mia, cascade(2))).reverts.map((revert) => revert.event.type)).toEqual([
      'credit_note_voided',
      'invoice_returned_to_draft',
    ]);
  });
});
