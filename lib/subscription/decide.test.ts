import { describe, expect, it } from 'vitest';
import { given } from '../event-sourcing/testing';
import { type SubscriptionCommand, subscriptionCommand } from './commands';
import type { SubscriptionEvent } from './events';
import { statusOf } from './subscription';
import { summarize } from './summarize';
import { failure, failureId, invoice, start, started, ways } from './testing';
import { subscriptionWorkflow } from './workflow';

const having = (...before: SubscriptionEvent[]) => given(subscriptionWorkflow, [started, ...before]);
const when = (command: SubscriptionCommand, ...before: SubscriptionEvent[]) =>
  having(...before).when(command);

const paused: SubscriptionEvent = {
  type: 'subscription_paused',
  payload: { pausedOn: '2026-11-10', pausedUntil: null },
};
const cancelled: SubscriptionEvent = {
  type: 'subscription_cancelled',
  payload: { cancelledOn: '2026-11-10', why: null },
};
const failed: SubscriptionEvent = {
  type: 'payment_failed',
  payload: {
    failure: { id: failureId, amount: 4900, failedOn: '2026-11-01', why: null, invoiceId: null },
  },
};
const recovered: SubscriptionEvent = {
  type: 'payment_recovered',
  payload: { failureId, recoveredOn: '2026-11-04' },
};

describe('starting', () => {
  it('holds whose it is and what it costs', () => {
    expect(given(subscriptionWorkflow, []).when(start).events).toEqual([started]);
  });

  it('gives it a number where it has none', () => {
    const { number: _, ...numberless } = start as Extract<
      SubscriptionCommand,
      { type: 'start_subscription' }
    >;
    const [event] = given(subscriptionWorkflow, []).when(numberless).events;
    expect(event?.payload).toMatchObject({ number: 'SUB-00000000' });
  });

  it('happens once', () => {
    expect(when(start).refusal?.code).toBe('exists_already');
  });

  it.each(Object.values(ways).map(([, ...commands]) => commands.at(-1) as SubscriptionCommand))(
    'comes before $type, which is refused once the start was taken back',
    (command) => {
      expect(given(subscriptionWorkflow, []).when(command).refusal?.code).toBe('not_found');
      expect(when(command, { type: 'subscription_discarded', payload: {} }).refusal?.code).toBe('discarded');
    },
  );
});

describe('the plan', () => {
  it('holds only what differs, and nothing where nothing does', () => {
    expect(when({ type: 'change_plan', plan: 'Team', price: 4900 }).events).toEqual([
      { type: 'plan_changed', payload: { plan: 'Team' } },
    ]);
    expect(when({ type: 'change_plan', plan: 'Starter' })).toEqual({ events: [], refusal: undefined });
  });

  it('of a cancelled subscription stays, with the way back', () => {
    expect(when({ type: 'change_plan', plan: 'Team' }, cancelled).refusal).toMatchObject({
      code: 'cancelled',
      alternatives: [{ action: 'reactivate_subscription' }],
    });
  });
});

describe('pausing', () => {
  it('begins today; another end keeps the beginning', () => {
    expect(when({ type: 'pause_subscription', until: null }).events).toEqual([paused]);
    expect(when({ type: 'pause_subscription', until: null }, paused).events).toEqual([]);
    const longer: SubscriptionCommand = { type: 'pause_subscription', until: '2027-01-01' };
    expect(having(paused).when(longer, { today: '2026-11-20' }).events).toEqual([
      { type: 'subscription_paused', payload: { pausedOn: '2026-11-10', pausedUntil: '2027-01-01' } },
    ]);
  });

  it('ends ahead of today, and only what is paused is resumed', () => {
    expect(when({ type: 'pause_subscription', until: '2026-11-10' }).refusal).toMatchObject({
      code: 'not_ahead',
      field: 'until',
    });
    expect(when({ type: 'resume_subscription' }).refusal?.code).toBe('not_paused');
  });
});

describe('a failed payment', () => {
  it('is recorded once, up to today', () => {
    expect(when(failure, failed).refusal?.code).toBe('exists_already');
    expect(when({ ...failure, failedOn: '2026-11-11' }).refusal?.code).toBe('in_the_future');
  });

  it('is for one of its own invoices, or for none that is known', () => {
    const ofInvoice = { ...failure, invoiceId: invoice.id };
    expect(when(ofInvoice).refusal).toMatchObject({ code: 'no_such_invoice', field: 'invoiceId' });
    const linked: SubscriptionEvent = { type: 'invoice_linked', payload: { invoice } };
    expect(when(ofInvoice, linked).events).toHaveLength(1);
  });

  it('comes in once, not before it failed', () => {
    const recover = (recoveredOn: string): SubscriptionCommand => ({
      type: 'record_recovered_payment',
      failureId,
      recoveredOn,
    });
    expect(when(recover('2026-11-04'), failed).events).toEqual([recovered]);
    expect(when(recover('2026-10-31'), failed).refusal?.field).toBe('recoveredOn');
    expect(when(recover('2026-11-11'), failed).refusal?.field).toBe('recoveredOn');
    expect(when(recover('2026-11-04')).refusal?.code).toBe('no_failed_payment');
    expect(when(recover('2026-11-04'), failed, recovered).refusal?.code).toBe('no_failed_payment');
    expect(when({ ...recover('2026-11-04'), failureId: invoice.id } as never, failed).refusal?.code).toBe(
      'no_such_failure',
    );
  });
});

describe('its invoices', () => {
  it('are linked once and unlinked once', () => {
    const linked: SubscriptionEvent = { type: 'invoice_linked', payload: { invoice } };
    expect(when({ type: 'link_invoice', invoice }).events).toEqual([linked]);
    expect(when({ type: 'link_invoice', invoice }, linked).events).toEqual([]);
    expect(when({ type: 'unlink_invoice', invoiceId: invoice.id }).refusal?.code).toBe('no_such_invoice');
  });
});

describe('cancelling', () => {
  it('and reactivating happen once', () => {
    expect(when({ type: 'cancel_subscription', why: null }).events).toEqual([cancelled]);
    expect(when({ type: 'cancel_subscription', why: 'Again' }, cancelled).refusal?.code).toBe('cancelled');
    expect(when({ type: 'reactivate_subscription' }).refusal?.code).toBe('not_cancelled');
  });
});

describe('the status', () => {
  it.each([
    ['active', []],
    ['past_due', [failed]],
    ['active', [failed, recovered]],
    ['paused', [failed, paused]],
    ['cancelled', [paused, cancelled]],
    ['discarded', [cancelled, { type: 'subscription_discarded', payload: {} }]],
  ] as const)('is %s after %j', (status, before) => {
    expect(statusOf(having(...(before as readonly SubscriptionEvent[])).state)).toBe(status);
  });

  it('stands in the row of the list', () => {
    expect(summarize(having(failed).state)).toEqual({
      title: 'SUB-0001',
      status: 'past_due',
      customerId: '00000000-0000-4000-8000-000000000002',
      customerName: 'Lindqvist Bakery AB',
      amount: 4900,
      currency: 'EUR',
      fields: { plan: 'Starter', interval: 'month', startedOn: '2026-09-01' },
    });
  });
});

it('a page may send everything that leads somewhere', () => {
  for (const [, ...commands] of Object.values(ways))
    for (const command of commands) expect(subscriptionCommand.parse(command)).toEqual(command);
});
