import { diff } from './changes';
import type { Cause, DomainEvent, Envelope, EventMetadata, Recorded } from './event';
import type { AnyWorkflow, CommandRefusal, Decision, DecisionContext } from './workflow';

/** An event that somebody wants appended, before it has its place in a log. */
export interface ProposedEvent {
  event: DomainEvent;
  cause: Cause;
  revertsVersion?: number;
  originVersion?: number;
  metadata?: EventMetadata;
}

/** What all events of one operation share. */
export type OperationEnvelope = Pick<
  Envelope,
  'streamId' | 'operationId' | 'actor' | 'reason' | 'metadata' | 'occurredAt' | 'recordedAt'
>;

/**
 * Gives proposed events their envelopes and works out what each one changes.
 *
 * @param head the record's version and state before them
 * @returns each event with the state after it
 */
export function recordEvents<S extends object>(
  workflow: AnyWorkflow,
  head: { version: number; state: S },
  proposed: readonly ProposedEvent[],
  envelope: OperationEnvelope,
): { event: Recorded; state: S }[] {
  let { state } = head;
  return proposed.map(({ event, cause, revertsVersion, originVersion, metadata }, step) => {
    const after: S = workflow.evolve(state, event);
    const changes = diff(state, after);
    state = after;
    // Field by field: an import makes these by the million, and spreading takes several times as long.
    const recorded: Recorded = {
      type: event.type,
      payload: event.payload,
      streamId: envelope.streamId,
      operationId: envelope.operationId,
      actor: envelope.actor,
      reason: envelope.reason,
      occurredAt: envelope.occurredAt,
      recordedAt: envelope.recordedAt,
      workflow: workflow.name,
      version: head.version + step + 1,
      schemaVersion: workflow.schemaVersions[event.type] ?? 1,
      changes,
      step,
      cause,
      revertsVersion: revertsVersion ?? null,
      originVersion: originVersion ?? null,
      metadata: metadata ? { ...envelope.metadata, ...metadata } : envelope.metadata,
    };
    return { event: recorded, state };
  });
}

/**
 * A workflow's decision, with its invariants held: events that would break one that holds now are a refusal. Imports
 * may have begun with a broken one, which then is nobody's fault.
 */
export function decideCommand(
  workflow: AnyWorkflow,
  state: object,
  command: { type: string },
  context: DecisionContext,
): Decision<DomainEvent> {
  const decision: Decision<DomainEvent> = workflow.decide(command, state, context);
  if (decision.kind !== 'events') return decision;
  const after = decision.events.reduce((before, event) => workflow.evolve(before, event), state);
  const { settings } = context;
  const found = workflow.violations(after, settings);
  if (found.length === 0) return decision;
  const known = new Set(workflow.violations(state, settings).map((violation) => violation.code));
  const broken = found.find((violation) => !known.has(violation.code));
  if (!broken) return decision;
  const refusal: CommandRefusal = { code: broken.code, message: broken.message };
  return { kind: 'refused', refusal };
}
