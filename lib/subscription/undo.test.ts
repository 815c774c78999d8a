import { describe, expect, it } from 'vitest';
import { narrate } from '../event-sourcing/narrate';
import { tellEachWay, tryEachWay, tryUndoLaws } from '../event-sourcing/undo-laws';
import { waysOut } from '../event-sourcing/ways-out';
import { inWords, wordsAt } from '../field-words';
import { subscriptionPayloads } from './events';
import { anyCommand, failure, failureId, invoice, people, subscription, ways } from './testing';
import { subscriptionWords } from './words';

const { ana, mia } = people;
const each = { begin: subscription, ways, actors: [ana, mia] } as const;

describe('undo', () => {
  tryUndoLaws({
    begin: subscription,
    commands: anyCommand,
    actors: [ana, mia],
    payloads: subscriptionPayloads,
  });

  tryEachWay(each);

  it('of the start leaves the record, marked, and redo brings it back', () => {
    const record = subscription();
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ number: 'SUB-0001', discarded: true });
    expect(record.press(ana, 'redo').ok).toBe(true);
    expect(record.log.state.discarded).toBe(false);
  });

  it('of a failed payment waits for the payment that came in for it', () => {
    const record = subscription();
    record.command(ana, failure);
    record.command(mia, { type: 'record_recovered_payment', failureId, recoveredOn: '2026-11-04' });
    expect(record.press(ana, 'undo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.press(ana, 'undo').ok).toBe(true);
  });

  it('of a change of plan waits for a later cancellation', () => {
    const record = subscription();
    record.command(ana, { type: 'change_plan', plan: 'Team' });
    record.command(mia, { type: 'cancel_subscription', why: null });
    expect(record.press(ana, 'undo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
  });

  it('of a change of plan that was changed again offers what it replaced, all of it and what is clean', () => {
    const record = subscription();
    record.command(ana, { type: 'change_plan', plan: 'Team', price: 9900 });
    record.command(mia, { type: 'change_plan', plan: 'Team XL' });
    const pressed = record.press(ana, 'undo');
    if (pressed.ok) throw new Error('It was undone under a later change.');
    const rights = { actorId: 'ana', mayWrite: true, mayChangeOthersWork: false, settings: record.settings };
    expect(waysOut(record.log, pressed.refusal, rights)).toEqual([
      {
        action: 'put_back_clean',
        label: 'Put back only what nobody changed since: price',
        command: { type: 'change_plan', price: 4900 },
        originVersion: 1,
      },
      {
        action: 'put_back',
        label: 'Put the old values back as a new change',
        command: { type: 'change_plan', plan: 'Starter', price: 4900 },
        originVersion: 1,
      },
    ]);
    expect(record.command(ana, { type: 'change_plan', plan: 'Starter', price: 4900 })).toBe(true);
    record.command(mia, { type: 'cancel_subscription', why: null });
    expect(waysOut(record.log, pressed.refusal, rights)).toEqual([]);
  });

  it('of a pause waits for the end that somebody gave it since', () => {
    const record = subscription();
    record.command(ana, { type: 'pause_subscription', until: null });
    record.command(mia, { type: 'pause_subscription', until: '2027-02-01' });
    expect(record.press(ana, 'undo')).toMatchObject({
      ok: false,
      refusal: { code: 'in_the_way', blockers: [3] },
    });
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.press(ana, 'undo').ok).toBe(true);
    expect(record.press(mia, 'redo')).toMatchObject({ ok: false, refusal: { code: 'in_the_way' } });
  });

  it('of another end of a pause goes back to the end before', () => {
    const record = subscription();
    record.command(ana, { type: 'pause_subscription', until: '2027-01-01' });
    record.command(mia, { type: 'pause_subscription', until: '2027-02-01' });
    expect(record.press(mia, 'undo').ok).toBe(true);
    expect(record.log.state).toMatchObject({ pausedOn: '2026-11-10', pausedUntil: '2027-01-01' });
  });
});

describe('in words', () => {
  tellEachWay(each);

  it('a failed payment names the invoice that was to be paid, even once it is unlinked', () => {
    const record = subscription();
    record.command(ana, { type: 'link_invoice', invoice });
    record.command(ana, { ...failure, invoiceId: invoice.id });
    const told = () => narrate(record.log, 3).changes.map(({ label, to }) => `${label}: ${to}`);
    expect(told()).toContain('For the invoice: INV-0020');
    record.command(ana, { type: 'unlink_invoice', invoiceId: invoice.id });
    const words = wordsAt(subscriptionWords, `failures.${failureId}.invoiceId`);
    expect(words && inWords(words, invoice.id, record.log.state)).toBe('one that is linked no more');
  });

  it('a start lists what was agreed', () => {
    const narration = narrate(subscription().log, 1);
    expect(narration.sentence).toBe('started the subscription SUB-0001: Starter, €49.00 a month');
    expect(narration.changes.map(({ label, to }) => `${label}: ${to}`)).toEqual([
      'Number: SUB-0001',
      'Customer: Lindqvist Bakery AB',
      'Plan: Starter',
      'Price: €49.00',
      'Paid: every month',
      'Started: 1 Sep 2026',
    ]);
  });
});
