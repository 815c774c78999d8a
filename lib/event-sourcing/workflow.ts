import type { Edits } from './edits';
import type { Actor, Changes, DomainEvent } from './event';

/** What could be done instead of something that was refused. The interface turns each into a button or a hint. */
export interface Alternative {
  /** A command of the workflow (`void_invoice`), or a way of undoing that the kernel knows. */
  action: string;
  label: string;
  /** What is to be given to the record, where that is known: a value that is put back. */
  command?: { type: string };
  /** Where such a value came from. */
  originVersion?: number;
}

/** A command that the rules forbid, or whose input does not fit. */
export interface CommandRefusal {
  code: string;
  message: string;
  /** The input at fault, as a path into the command, where there is one. */
  field?: string;
  /** The leaves of the state that stand in the way: whoever changed one of them unseen is named with the refusal. */
  because?: readonly string[];
  alternatives?: readonly Alternative[];
}

/** What a decision may know besides the state: time, people, settings, and what only the database can hand out. */
export interface DecisionContext<Settings = unknown> {
  /** The database's clock, ISO 8601 in UTC. */
  now: string;
  /** The company's calendar day at `now`, `YYYY-MM-DD`. */
  today: string;
  actor: Actor;
  /** May this actor decide on what somebody else asked for? */
  mayApprove: boolean;
  /** Why, in the words of whoever gives the command. */
  reason: string | null;
  /** What the company has settled, as it stands now. */
  settings: Settings;
  /** A number from a series, present on the second call after `reserve` was answered. */
  reserved?: string;
}

/**
 * A decision is events to append, a refusal, the wish to be asked again with a number from a series, or that something
 * is to be taken back.
 */
export type Decision<E extends DomainEvent> =
  | { kind: 'events'; events: readonly E[] }
  | { kind: 'refused'; refusal: CommandRefusal }
  /** `holder` is what the number belongs to, where that is not the record itself: it keeps it through every retry. */
  | { kind: 'reserve'; series: string; holder?: string }
  | RevertDecision<E>;

/** That the change of one event is undone, or re-applied, as the planner makes it out; and these events after it. */
export interface RevertDecision<E extends DomainEvent> {
  kind: 'revert';
  version: number;
  after: readonly E[];
  /** Where whoever gives the command says none. */
  reason: string;
}

/** Something a state must never be, with the paths it is about. */
export interface Violation {
  code: string;
  message: string;
  paths: readonly string[];
}

/** How an event is taken back, or why nothing takes it back. */
export type Compensation<E extends DomainEvent> =
  | {
      kind: 'event';
      event: E;
      /** What taking it back does not do, in a sentence: a reminder is not recalled, no money moves. */
      consequence?: string;
      /** A creation cannot be taken back leaf by leaf: the record stays, marked as discarded. */
      inexact?: true;
    }
  | { kind: 'irreversible'; because: string; alternatives: readonly Alternative[] };

/** Who takes an event back or puts it back. */
export interface Reverter {
  id: string;
  /** May they decide on what somebody else asked for? */
  mayApprove: boolean;
}

/** Values that are worked out of a state and stand in no leaf of it, such as a balance, by name. */
export interface Figures {
  /** Those that whoever asks for the event will have gone by. */
  goesBy?: readonly string[];
  /** Those that the event changes, or may change. */
  moves?: readonly string[];
}

/** What an event is about; the timeline gives each its own shape. */
export type EventKind = 'life' | 'edit' | 'money' | 'message';

export interface Description {
  /** The sentence without its actor: "moved the due date to 25 Nov 2026". */
  sentence: string;
  /** A few words for a button: "Undo: due date". */
  short: string;
  tone: 'neutral' | 'money-in' | 'money-out' | 'message';
}

/** One row of a difference as people read it. */
export interface DescribedChange {
  path: string;
  label: string;
  from?: string;
  to?: string;
}

/** The domain part of an event, with the difference it made. */
export type EventWithChanges<E extends DomainEvent> = E & { changes: Changes };

/**
 * What a kind of record must supply. Everything is pure: time, ids and people arrive in the command or its context,
 * so that the server, the browser and the tests replay to the same state. The split into `decide`, `evolve` and
 * `initialState` follows the decider of Jérémie Chassaing.
 */
export interface Workflow<
  S extends object,
  E extends DomainEvent,
  C extends { type: string },
  R,
  Settings = unknown,
> {
  name: string;
  /** Shape of the state; raise it whenever `evolve` starts to keep something else. */
  stateVersion: number;
  initialState: S;
  /** What decisions go by until the company settles something else. */
  initialSettings: Settings;
  /** The shape that each type's payload is written in, where it is not the first. The schemas stand apart: no browser needs them. */
  schemaVersions: Readonly<Partial<Record<E['type'], number>>>;
  /** What each type of event is about. Taking back what is about money asks for a reason. */
  kinds: Readonly<Record<E['type'], EventKind>>;
  /** Further types whose taking back, or putting back, asks for a reason: what moves something in the world. */
  delicate?: ReadonlySet<E['type']>;
  /**
   * The state after an event. Reads the payload only, never the envelope. Total: it never refuses.
   *
   * @param edits how the state and its collections are changed: by copying, unless it is a fold that asks
   */
  evolve(state: S, event: E, edits?: Edits): S;
  /** The rules for new commands. Undo and redo do not run them. */
  decide(command: C, state: S, context: DecisionContext<Settings>): Decision<E>;
  /** What must hold of every state, whatever led to it, as long as the company has settled this. */
  violations(state: S, settings: Settings): readonly Violation[];
  compensate(event: EventWithChanges<E>): Compensation<E>;
  /** The event that puts an undone one back: the same again, but for creations. */
  reapply(event: E): E;
  /**
   * What is not called back when a change is undone, or re-applied, that a message has told of since; null where the
   * message tells nothing of such a change.
   */
  notRecalled?(message: E, change: E): string | null;
  /**
   * Why this person may not bring this event into force by taking something back or putting it back, or null if they
   * may. For what not everybody may do who may change others' work, and for what nobody may by what the company has
   * settled; the planner asks it for each revert of every plan. Symmetrical: whoever may take something back may put it
   * back, or Redo would refuse what Undo just did.
   *
   * @param before the state that the event would change
   */
  refusalToRevert?(event: E, before: S, who: Reverter, settings: Settings): CommandRefusal | null;
  /**
   * The command that gives these leaves the values again that they had before the event, as a new change; null where the
   * workflow has none, or the state does not allow it.
   */
  restate?(event: EventWithChanges<E>, paths: readonly string[], state: S): C | null;
  /**
   * The command with which somebody asks to have a change undone, or re-applied, that is not theirs to. Without it they
   * can only ask in person.
   *
   * @param requestId an id of its own for the request
   */
  askToRevert?(version: number, requestId: string): C;
  /** Leaves the event does not write but needs as they are, beyond the record and the children it touches. */
  restsOn(event: EventWithChanges<E>): readonly string[];
  /**
   * The figures that an event goes by and moves. A command is refused where its author had not seen such a figure move,
   * as the amount in it may be wrong. Undo asks nothing of them: an event that stands does not rest on what the figure is
   * by now, so an earlier payment can be taken back after a later one.
   */
  figures?(event: E): Figures;
  describe(event: EventWithChanges<E>, before: S): Description;
  /** The event's differences in words, given the states on both sides. */
  describeChanges(event: EventWithChanges<E>, before: S, after: S): readonly DescribedChange[];
  /** The state as a row of the workflow's read table. */
  summarize(state: S): R;
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds workflows of every state, event and command.
export type AnyWorkflow = Workflow<any, any, any, any, any>;
