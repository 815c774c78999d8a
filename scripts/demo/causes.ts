import type { EventMetadata, Recorded } from '@/lib/event-sourcing/event';

/** The event that brings somebody to give a command: the newest of these types on the record. */
const causes: Record<string, readonly string[]> = {
  retry_payment: ['payment_failed'],
  update_payment_method: ['payment_failed'],
  record_payment: ['payment_retried'],
  record_payment_failure: ['payment_retried'],
  settle_refund: ['refund_issued', 'approval_granted'],
  fail_refund: ['refund_issued', 'approval_granted'],
  win_dispute: ['dispute_opened'],
  lose_dispute: ['dispute_opened'],
  approve_request: ['approval_requested'],
};

/**
 * What a command follows from, for the metadata: the operation that caused it, and the one with which that chain of
 * operations began.
 */
export function causation(command: string, history: readonly Recorded[]): EventMetadata {
  const types = causes[command] ?? [];
  const cause = history.findLast(({ type }) => types.includes(type));
  if (!cause) return {};
  const { operationId, metadata } = cause;
  return { causation_id: operationId, correlation_id: metadata.correlation_id ?? operationId };
}
