/** More of the cases that the rules of undo must bring out so; each by its number. See cases.test.ts. */
import { describe, expect, it } from 'vitest';
import type { Recorded } from '../event-sourcing/event';
import { explain, narrate } from '../event-sourcing/narrate';
import type { PlanResult } from '../event-sourcing/plan';
import { RecordBuilder } from '../event-sourcing/record-builder';
import { versionAt } from '../event-sourcing/replay';
import { type PayloadDefinition, upcast } from '../event-sourcing/upcast';
import type { InvoiceCommand } from './commands';
import { invoicePayloadSchemas } from './events';
import type { Invoice } from './invoice';
import { draft, lineId, people } from './testing';
import type { Build } from './testing/histories';
import { invoiceWorkflow } from './workflow';

const { ana, bob, mia } = people;
const reader = { id: 'ana', formatInstant: (instant: string) => instant.slice(0, 10) };
const due = (day: string) => ({ type: 'change_details', dueDate: `2026-12-${day}` }) as const;
const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;
const finalize = { type: 'finalize_invoice' } as const;
const send = { type: 'send_invoice', messageId: lineId(70), to: 'a@example.com', text: null } as const;
const remind = { type: 'send_reminder', messageId: lineId(71), to: 'a@example.com', text: null } as const;

function told(record: Build, result: PlanResult<Invoice>) {
  if (result.ok) throw new Error('This was not refused.');
  return explain(record.log, result.refusal, reader);
}

const done = (result: PlanResult<Invoice>) => {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}.`);
  return result.plan;
};

/** The record as another release reads it: with some of its events in the shape that upcasting gives them. */
function reread(record: Build, lifted: (event: Recorded) => Recorded): Build {
  const again: Build = new RecordBuilder<Invoice, InvoiceCommand>(invoiceWorkflow);
  again.events.push(...record.events.map(lifted));
  return again;
}

describe('undo of an undo', () => {
  it('case 11: further back it is a redo, and follows the rule: nothing in the way, done', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.revertRow(ana, 2);
    record.command(bob, memo('B'));
    const plan = done(record.revert(ana, { button: 'row', version: 3 }));
    expect(plan.reverts.map(({ event, revertsVersion }) => [event.type, revertsVersion])).toEqual([
      ['due_date_changed', 3],
    ]);
    expect(record.events.at(-1)?.cause).toBe('redo');
    expect(record.log.state).toMatchObject({ dueDate: '2026-12-01', memo: 'B' });
  });

  it('case 11: further back it is a redo, and follows the rule: another date since, refused', () => {
    const record = draft();
    record.command(ana, due('01'));
    record.revertRow(ana, 2);
    record.command(bob, due('05'));
    const refused = told(record, record.revert(ana, { button: 'row', version: 3 }));
    expect(refused).toMatchObject({ code: 'in_the_way', events: [4] });
    expect(refused.message).toContain('Bob Ekdahl');
  });
});

describe('what went out', () => {
  it('case 16: a change from before a reminder is undone, and the preview says that the reminder is not recalled', () => {
    const record = draft();
    for (const command of [finalize, due('01'), send, remind]) record.command(ana, command);
    const plan = done(record.revert(ana, { button: 'row', version: 3 }));
    expect(plan.consequences).toEqual([
      'The invoice that went out since is not recalled.',
      'A reminder that went out since is not recalled.',
    ]);
    expect(record.log.state.dueDate).toBeNull();
  });

  it('case 16: what was changed after it, or is none of the customer’s business, has no such consequence', () => {
    const record = draft();
    const note = { type: 'add_note', noteId: lineId(80), text: 'Called them.' } as const;
    for (const command of [finalize, note, send, due('01')]) record.command(ana, command);
    for (const version of [3, 5])
      expect(done(record.revert(ana, { button: 'row', version })).consequences).toEqual([]);
  });
});

describe('nothing to do', () => {
  it('case 24: a command that changes nothing appends no event, so there is nothing to undo', () => {
    const record = draft();
    record.command(ana, memo('A'));
    expect(record.command(bob, memo('A'))).toBe(false);
    expect(record.events).toHaveLength(2);
    expect(record.log.history.actions.listsOf('bob').undo).toEqual([]);
  });
});

describe('what other releases and other systems wrote', () => {
  /** An older release kept a fax number of the customer. */
  const withFax: PayloadDefinition = {
    schemaVersion: 2,
    schema: invoicePayloadSchemas.customer_changed,
    upcasters: {
      1: {
        payload: (old) => {
          const { fax: _, ...rest } = old as { fax?: string };
          return rest;
        },
      },
    },
  };

  const faxed = () => {
    const record = draft();
    const customer = { id: lineId(100), name: 'Kupfer OHG', email: null, address: null, taxId: null };
    record.command(ana, { type: 'change_customer', customer });
    return reread(record, (event) => {
      if (event.type !== 'customer_changed') return event;
      const changes = { ...event.changes, 'customer.fax': { from: '030 1', to: '030 2' } };
      return {
        ...event,
        ...upcast(event.type, withFax, { ...event, schemaVersion: 1, changes }),
      } as Recorded;
    });
  };

  it('case 28: a field that is no more is shown in the past', () => {
    const shown = narrate(faxed().log, 2).changes.find(({ path }) => path === 'customer.fax');
    expect(shown).toMatchObject({ label: 'Fax', from: '030 1', to: '030 2' });
  });

  it('case 28: undo across a field that is no more is refused, with the reason', () => {
    const record = faxed();
    const refused = told(record, record.revert(ana, { button: 'row', version: 2 }));
    expect(refused.code).toBe('inexact');
    expect(refused.message).toContain('customer.fax is no longer kept as it was then');
    expect(record.revert(mia, { button: 'restore', version: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'all_stays', stays: [{ version: 2, refusal: { code: 'inexact' } }] },
    });
    expect(record.events).toHaveLength(2);
  });

  it('case 31: an imported event is undone like any other, and keeps its cause and its actor', () => {
    const record = draft();
    record.command(ana, due('01'));
    const shop = { id: 'import', kind: 'import', name: 'Old shop' } as const;
    const imported = reread(record, (event) => ({ ...event, cause: 'import', actor: shop }));
    const plan = done(imported.revert(mia, { button: 'row', version: 2 }));
    expect(plan.reasonRequired).toBe(true);
    expect(imported.log.state.dueDate).toBeNull();
    expect(imported.events.map(({ cause, actor }) => [cause, actor.name])).toEqual([
      ['import', 'Old shop'],
      ['import', 'Old shop'],
      ['undo', 'Mia Torres'],
    ]);
    expect(narrate(imported.log, 2).revertedBy).toMatchObject({ actorName: 'Mia Torres' });
  });

  it('case 52: changes before and after a field was renamed share one stack', () => {
    const record = draft();
    record.command(ana, memo('A'));
    record.command(bob, memo('B'));
    // Ana's release called the memo a remark.
    const remark: PayloadDefinition = {
      schemaVersion: 2,
      schema: invoicePayloadSchemas.memo_changed,
      upcasters: {
        1: {
          payload: (old) => ({ memo: (old as { remark: string }).remark }),
          path: (old) => old.replace(/^remark$/, 'memo'),
        },
      },
    };
    const stored = {
      schemaVersion: 1,
      payload: { remark: 'A' },
      changes: { remark: { from: null, to: 'A' } },
    };
    const renamed = reread(record, (event) =>
      event.version === 2 ? ({ ...event, ...upcast(event.type, remark, stored) } as Recorded) : event,
    );
    expect(told(renamed, renamed.revert(ana, { button: 'row', version: 2 }))).toMatchObject({
      code: 'in_the_way',
      events: [3],
    });
    renamed.press(bob, 'undo');
    done(renamed.press(ana, 'undo'));
    expect(renamed.log.state.memo).toBeNull();
  });
});

describe('time and people', () => {
  it('case 29: two events of the same millisecond stand in the order of their versions, and the slider keeps them apart', () => {
    const record = draft();
    record.command(ana, memo('A'));
    record.command(bob, memo('B'));
    const instant = '2026-11-10T10:00:00.123000Z';
    const same = reread(record, (event) => ({ ...event, occurredAt: instant, recordedAt: instant }));
    expect(versionAt(same.events, instant)).toBe(3);
    expect([1, 2, 3].map((version) => same.log.stateAt(version).memo)).toEqual([null, 'A', 'B']);
    done(same.press(bob, 'undo'));
    expect(same.log.state.memo).toBe('A');
  });

  it('case 33: what a colleague did who has left is shown with the name of then, and a manager undoes it', () => {
    const record = draft();
    record.command(bob, due('01'));
    const refused = told(
      record,
      record.revert(ana, { button: 'row', version: 2 }, { mayChangeOthersWork: false }),
    );
    expect(refused.message).toContain('Bob Ekdahl');
    // Nothing about people is asked for but what the event says of them.
    done(record.revert(mia, { button: 'row', version: 2 }));
    expect(narrate(record.log, 3).of).toMatchObject({ actorName: 'Bob Ekdahl' });
    expect(record.log.state.dueDate).toBeNull();
  });
});
