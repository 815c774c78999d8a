import { describe, expect, it } from 'vitest';
import { draft, lineId, people } from '../invoice/testing';
import { explain, narrate, type Reader, tell } from './narrate';
import type { PlanResult } from './plan';
import type { PlanRefusal } from './plan-refusal';
import type { RecordLog } from './record-log';

const { ana, bob, mia } = people;
const readerOf = (id: string): Reader => ({ id, formatInstant: (instant) => `at ${instant.slice(11, 16)}` });
const asAna = readerOf('ana');
const asMia = readerOf('mia');

function refusalOf(result: PlanResult): PlanRefusal {
  if (result.ok) throw new Error('This was not refused.');
  return result.refusal;
}

/** Ana's draft, Bob's due date (event 2), taken back by Mia (3) and put back by Bob from the row (4). */
function disputed() {
  const record = draft();
  record.command(bob, { type: 'change_details', dueDate: '2026-12-01' });
  record.revertRow(mia, 2);
  record.revertRow(bob, 3);
  return record;
}

describe('an event as the timeline tells it', () => {
  it('tells a change that stands', () => {
    expect(narrate(disputed().log, 1)).toMatchObject({
      sentence: 'created the invoice for Lindqvist Bakery AB with 2 lines',
      short: 'creation',
      kind: 'life',
      tone: 'neutral',
      inForce: true,
    });
    expect(narrate(disputed().log, 1)).not.toHaveProperty('revertedBy');
  });

  it('tells an undo by whose change it takes back, and that it was put back since', () => {
    expect(narrate(disputed().log, 3)).toMatchObject({
      sentence: 'undid Bob Ekdahl’s change: set the due date to 1 Dec 2026',
      short: 'undo of due date',
      kind: 'undo',
      tone: 'undo',
      undoes: true,
      inForce: false,
      of: { version: 2, actorName: 'Bob Ekdahl' },
      revertedBy: { version: 4, actorName: 'Bob Ekdahl' },
    });
  });

  it('tells a redo of one’s own by the change at the origin', () => {
    expect(narrate(disputed().log, 4)).toMatchObject({
      sentence: 're-applied their own change: set the due date to 1 Dec 2026',
      short: 'redo of due date',
      undoes: false,
      inForce: true,
      of: { version: 2, actorName: 'Bob Ekdahl' },
    });
  });

  it('knows of a change whether it is in force and who took it back last, through every undo and redo of it', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', memo: 'Thank you' });
    const now = () => {
      const { inForce, revertedBy } = narrate(record.log, 2);
      return { inForce, revertedBy };
    };
    const stands = { inForce: true, revertedBy: undefined };
    expect(now()).toEqual(stands);
    record.press(ana, 'undo');
    expect(now()).toEqual({ inForce: false, revertedBy: { version: 3, actorName: 'Ana Novak' } });
    record.press(ana, 'redo');
    expect(now()).toEqual(stands);
    record.revertRow(mia, 2);
    expect(now()).toEqual({ inForce: false, revertedBy: { version: 5, actorName: 'Mia Torres' } });
  });

  it('gives an undo the rows of its own difference', () => {
    expect(narrate(disputed().log, 3).changes).toEqual([
      { path: 'dueDate', label: 'Due date', from: '1 Dec 2026' },
    ]);
  });
});

describe('an event told to somebody', () => {
  const { log } = disputed();

  it.each([
    ['ana', 2, 'Bob Ekdahl set the due date to 1 Dec 2026 (event 2, at 00:01).'],
    ['bob', 2, 'You set the due date to 1 Dec 2026 (event 2, at 00:01).'],
    ['ana', 3, 'Mia Torres undid Bob Ekdahl’s change: set the due date to 1 Dec 2026 (event 3, at 00:02).'],
    ['bob', 3, 'Mia Torres undid your change: set the due date to 1 Dec 2026 (event 3, at 00:02).'],
    ['mia', 3, 'You undid Bob Ekdahl’s change: set the due date to 1 Dec 2026 (event 3, at 00:02).'],
    ['ana', 4, 'Bob Ekdahl re-applied their own change: set the due date to 1 Dec 2026 (event 4, at 00:03).'],
    ['bob', 4, 'You re-applied your own change: set the due date to 1 Dec 2026 (event 4, at 00:03).'],
  ])('to %s, event %i', (reader, version, words) => {
    expect(tell(log, version, readerOf(reader))).toBe(words);
  });
});

/** For every code of a refusal: how it comes about, and what is said to whom. The compiler asks for all of them. */
const refusals: Record<
  PlanRefusal['code'],
  () => { log: RecordLog; refusal: PlanRefusal; reader: Reader; message: string; events?: number[] }
> = {
  read_only: () => {
    const record = draft();
    const refusal = refusalOf(record.revertRow(ana, 1, { mayWrite: false }));
    const message =
      'Your role lets you look at everything, but not change it. Ask an admin for the support role.';
    return { log: record.log, refusal, reader: asAna, message };
  },
  nothing_to_revert: () => {
    const record = draft();
    const refusal = refusalOf(record.press(bob, 'undo'));
    return {
      log: record.log,
      refusal,
      reader: asAna,
      message: 'There is nothing of yours to take back here.',
    };
  },
  list_moved: () => {
    const record = draft();
    record.command(ana, { type: 'change_details', memo: 'Thank you' });
    const message =
      'What Undo would take has changed since. It is now: You added the memo (event 2, at 00:01). ' +
      'Look again, then press it again.';
    return { log: record.log, refusal: { code: 'list_moved', cause: 'undo' }, reader: asAna, message };
  },
  already_reverted: () => {
    const message = 'This was already undone by Mia Torres on at 00:02.';
    const refusal: PlanRefusal = { code: 'already_reverted', version: 2, by: 3 };
    return { log: disputed().log, refusal, reader: asAna, message, events: [3] };
  },
  not_yours: () => {
    const record = draft();
    record.command(bob, { type: 'change_details', dueDate: '2026-12-01' });
    const refusal = refusalOf(record.revertRow(ana, 2, { mayChangeOthersWork: false }));
    const message =
      'Bob Ekdahl set the due date to 1 Dec 2026 (event 2, at 00:01). Only Bob Ekdahl or a manager can undo it.';
    return { log: record.log, refusal, reader: asAna, message, events: [2] };
  },
  not_allowed: () => {
    const refusal: PlanRefusal = {
      code: 'not_allowed',
      version: 2,
      refusal: { code: 'not_allowed', message: 'Only the bank can do that. Ask the bank.' },
    };
    const message =
      'Bob Ekdahl set the due date to 1 Dec 2026 (event 2, at 00:01). Only the bank can do that. Ask the bank.';
    return { log: disputed().log, refusal, reader: asAna, message, events: [2] };
  },
  in_the_way: () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.command(bob, { type: 'change_details', dueDate: '2026-12-05' });
    record.command(mia, { type: 'change_details', dueDate: '2026-12-09' });
    const refusal = refusalOf(record.press(ana, 'undo'));
    const message =
      'Bob Ekdahl moved the due date to 5 Dec 2026 (event 3, at 00:02). ' +
      'You moved the due date to 9 Dec 2026 (event 4, at 00:03). ' +
      'Take those back first, then this can be undone.';
    return { log: record.log, refusal, reader: asMia, message, events: [3, 4] };
  },
  irreversible: () => {
    const record = draft();
    record.command(ana, { type: 'finalize_invoice' });
    record.command(bob, {
      type: 'send_invoice',
      messageId: lineId(9),
      to: 'orders@lindqvist.example',
      text: null,
    });
    const refusal = refusalOf(record.revertRow(mia, 3));
    const message =
      'Bob Ekdahl sent the invoice to orders@lindqvist.example (event 3, at 00:02). This can’t be undone. ' +
      'The message is out: the customer has it, and nothing here can call it back.';
    return { log: record.log, refusal, reader: asMia, message, events: [3] };
  },
  inexact: () => {
    const refusal: PlanRefusal = { code: 'inexact', version: 2, paths: ['colour', 'lines.l1.colour'] };
    const message =
      'This can’t be undone exactly: colour, lines.l1.colour is no longer kept as it was then. ' +
      'Make a new change instead.';
    return { log: disputed().log, refusal, reader: asAna, message };
  },
  invariant: () => {
    const record = draft({ lines: 0 });
    const line = { id: lineId(1), description: 'Rye', quantity: '1', unitPrice: 100, taxRate: 0 };
    record.command(ana, { type: 'add_line', line });
    record.command(ana, { type: 'finalize_invoice' });
    const refusal = refusalOf(record.revertRow(ana, 2));
    const message = 'This can’t be undone. A finalized invoice keeps at least one line.';
    return { log: record.log, refusal, reader: asAna, message };
  },
  same_already: () => {
    const record = draft();
    record.command(ana, { type: 'change_details', memo: 'Thank you' });
    record.press(ana, 'undo');
    const refusal = refusalOf(record.revert(ana, { button: 'restore', version: 1 }));
    const message = 'The record is as it was after event 1 already, so there is nothing to restore.';
    return { log: record.log, refusal, reader: asAna, message };
  },
  all_stays: () => {
    const record = draft();
    record.command(ana, { type: 'finalize_invoice' });
    record.command(bob, { type: 'send_invoice', messageId: lineId(9), to: 'a@example.com', text: null });
    const refusal = refusalOf(record.revert(mia, { button: 'batch', versions: [3], skip: true }));
    const message =
      'Nothing of this can be taken back. Bob Ekdahl sent the invoice to a@example.com (event 3, at 00:02). ' +
      'This can’t be undone. The message is out: the customer has it, and nothing here can call it back.';
    return { log: record.log, refusal, reader: asMia, message, events: [3] };
  },
};

describe('a refusal as a person meets it', () => {
  it.each(Object.entries(refusals))('%s', (code, arrange) => {
    const { log, refusal, reader, message, events = [] } = arrange();
    const explained = explain(log, refusal, reader);
    expect(refusal.code).toBe(code);
    expect(explained).toMatchObject({ code, message, events });
  });

  it('names what to do instead: the message that is out, the person to ask', () => {
    const alternativesOf = (code: 'irreversible' | 'not_yours' | 'in_the_way') => {
      const { log, refusal, reader } = refusals[code]();
      return explain(log, refusal, reader).alternatives.map((alternative) => alternative.action);
    };
    expect(alternativesOf('irreversible')).toEqual(['send_invoice', 'issue_credit_note', 'void_invoice']);
    expect(alternativesOf('not_yours')).toEqual(['ask_manager']);
    expect(alternativesOf('in_the_way')).toEqual([]);
  });

  it('speaks of re-applying where an undo stands in the way of nothing but its redo', () => {
    const record = draft();
    record.command(ana, { type: 'change_details', dueDate: '2026-12-01' });
    record.press(ana, 'undo');
    record.command(bob, { type: 'change_details', dueDate: '2026-12-05' });
    const refusal = refusalOf(record.press(ana, 'redo'));
    expect(explain(record.log, refusal, asAna).message).toBe(
      'Bob Ekdahl set the due date to 5 Dec 2026 (event 4, at 00:03). ' +
        'Take that back first, then this can be re-applied.',
    );
  });

  it('says “you” to whoever was first, and which way it went', () => {
    const { log } = disputed();
    expect(explain(log, { code: 'already_reverted', version: 2, by: 3 }, asMia).message).toBe(
      'This was already undone by you on at 00:02.',
    );
    expect(explain(log, { code: 'already_reverted', version: 3, by: 4 }, asAna).message).toBe(
      'This was already re-applied by Bob Ekdahl on at 00:03.',
    );
  });

  it('asks to look again even where the list has become empty', () => {
    expect(explain(draft().log, { code: 'list_moved', cause: 'redo' }, asAna).message).toBe(
      'What Redo would take has changed since. Look again, then press it again.',
    );
  });
});
