import type { LoggedEvent } from './event-line';

/** A line of a log, with what is given in place of what is usual. */
export function logged(given: Partial<LoggedEvent> = {}): LoggedEvent {
  return {
    workflow: 'invoice',
    stream_id: '0d2b7c1e-9f53-4c5e-8a57-3f1d2c4b5a60',
    version: 1,
    type: 'payment_received',
    schema_version: 1,
    payload: { amount: 4000, method: 'card' },
    changes: { 'payments.p1.amount': { to: 4000 } },
    operation_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    step: 0,
    cause: 'command',
    reverts_version: null,
    origin_version: null,
    actor_id: 'ana',
    actor_kind: 'user',
    actor_name: 'Ana',
    reason: null,
    metadata: { process: 'manual_billing' },
    occurred_at: '2026-11-10T13:13:07.123456Z',
    recorded_at: '2026-11-10T13:13:08.000001Z',
    hash: 'ab'.repeat(32),
    ...given,
  };
}
