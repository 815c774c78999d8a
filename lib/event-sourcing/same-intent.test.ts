import { expect, it } from 'vitest';
import { isSameIntent } from './same-intent';

const payment = (id: string, amount: number, receivedOn = '2026-11-09') => ({
  type: 'payment_received',
  payload: { payment: { id, amount, receivedOn } },
});

it('the same payment sent twice is the same, whatever id each form gave it', () => {
  expect(isSameIntent(payment('a', 500), payment('b', 500))).toBe(true);
});

it('another amount, day or type is something else', () => {
  expect(isSameIntent(payment('a', 500), payment('b', 501))).toBe(false);
  expect(isSameIntent(payment('a', 500), payment('b', 500, '2026-11-10'))).toBe(false);
  expect(isSameIntent(payment('a', 500), { ...payment('b', 500), type: 'payment_failed' })).toBe(false);
});

it('moments and places of their own do not make two lines or messages different', () => {
  const message = (sentAt: string) => ({
    type: 'invoice_sent',
    payload: { message: { id: sentAt, to: 'a@example.com', sentAt } },
  });
  expect(isSameIntent(message('2026-11-10T10:00:00Z'), message('2026-11-10T10:00:01Z'))).toBe(true);
  const line = (place: string, description: string) => ({
    type: 'line_added',
    payload: { line: { id: place, place, description } },
  });
  expect(isSameIntent(line('a1', 'Rye'), line('a2', 'Rye'))).toBe(true);
  expect(isSameIntent(line('a1', 'Rye'), line('a2', 'Wheat'))).toBe(false);
});

it('which line or refund is meant is a part of what is said', () => {
  const removed = (lineId: string) => ({ type: 'line_removed', payload: { lineId } });
  expect(isSameIntent(removed('l0'), removed('l0'))).toBe(true);
  expect(isSameIntent(removed('l0'), removed('l1'))).toBe(false);
  const refunded = (id: string, paymentId: string) => ({
    type: 'refund_issued',
    payload: { refund: { id, paymentId, amount: 500 } },
  });
  expect(isSameIntent(refunded('a', 'p0'), refunded('b', 'p0'))).toBe(true);
  expect(isSameIntent(refunded('a', 'p0'), refunded('b', 'p1'))).toBe(false);
});
