/**
 * The envelope of an event, and the words the whole project uses for it.
 *
 * An **event** is a fact in the past tense (`payment_received`) in the **stream** of one record; its **version** is
 * its place there, from 1. An **operation** is one user action: one or more events, undone together. To
 * **compensate** is to append the event that takes another one back. **Occurred at** is business time,
 * **recorded at** the database's clock.
 */

/** A value that survives a round trip through `jsonb` unchanged. Numbers are safe integers; decimals are strings. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a leaf of a state may hold. A leaf that is absent is not the same as one that is null. */
export type Leaf = string | number | boolean | null;

/** One leaf before and after. `from` is absent where the leaf came into being, `to` where it ceased. */
export interface LeafChange {
  from?: Leaf;
  to?: Leaf;
}

/**
 * The field-level difference an event made, keyed by path: `lines.<id>.quantity`. Paths name children by id and
 * never by index, so that a reorder is not "everything changed".
 */
export type Changes = Readonly<Record<string, LeafChange>>;

/** No record has more events; what is beyond is no version, and no `int` of PostgreSQL's. */
export const largestVersion = 2_000_000_000;

/** The part of an event that its workflow defines. */
export interface DomainEvent {
  type: string;
  payload: object;
}

/**
 * Why an event was appended. `undo` and `redo` are reverts of one operation, `restore` the reverts that bring a
 * past state back; everything else a person or program does is a `command`, or an `import` from elsewhere.
 */
export type Cause = 'command' | 'undo' | 'redo' | 'restore' | 'import';

export type ActorKind = 'user' | 'agent' | 'system' | 'import';

/** Who did it, with the name as it was then. */
export interface Actor {
  id: string;
  kind: ActorKind;
  name: string;
}

/** What is known about the circumstances of an event, none of which `evolve` may read. */
export interface EventMetadata {
  /** The business path: `subscription_renewal`, `manual_billing`, ... */
  process?: string;
  /** Where it came in: `page`, `form`, `api`, `command_line`. */
  channel?: string;
  /**
   * Which button asked for a revert: `list` is Undo or Redo in the toolbar or by shortcut, which walk a person's own
   * list; all others are a new action of whoever pressed them.
   */
  button?: 'list' | 'row' | 'cascade' | 'restore' | 'batch';
  /** Of the button `list`: the walk was along everybody's actions, not along one's own. */
  scope?: 'anyone';
  /** Of a restore: the version whose state was asked for. */
  restored_to?: number;
  /** Fingerprint of the request, so that an operation id used again for something else is noticed. */
  request_hash?: string;
  correlation_id?: string;
  causation_id?: string;
  request_id?: string;
  app_version?: string;
  token_id?: string;
  [key: string]: Json | undefined;
}

/** Everything around the intent: the columns of an event that every workflow shares. */
export interface Envelope {
  workflow: string;
  streamId: string;
  version: number;
  schemaVersion: number;
  changes: Changes;
  operationId: string;
  step: number;
  cause: Cause;
  /** In the same stream, the event this one takes back. */
  revertsVersion: number | null;
  /** Where a value that was put back came from. */
  originVersion: number | null;
  actor: Actor;
  reason: string | null;
  metadata: EventMetadata;
  /** ISO 8601 in UTC with microseconds, as the database keeps it. */
  occurredAt: string;
  recordedAt: string;
}

/** An event as it stands in the log, its payload in the current shape. */
export type Recorded<E extends DomainEvent = DomainEvent> = Envelope & E;

/** Whose actions Undo and Redo walk. */
export const scopes = ['mine', 'anyone'] as const;
export type Scope = (typeof scopes)[number];

/** Is this event a revert that somebody asked for on their own undo list, rather than an action of its own? */
export function isListButton(event: Pick<Envelope, 'cause' | 'metadata'>): boolean {
  return (event.cause === 'undo' || event.cause === 'redo') && event.metadata.button === 'list';
}
