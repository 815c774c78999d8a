import { type Actor, type DomainEvent, isListButton, type Recorded } from './event';
import type { LogStart } from './log-start';
import type { RecordLog } from './record-log';
import type { CommandRefusal, DecisionContext, Workflow } from './workflow';

export const someone: Actor = { id: 'ana', kind: 'user', name: 'Ana Novak' };

const context = {
  now: '2026-11-10T13:13:07.000000Z',
  today: '2026-11-10',
  actor: someone,
  mayApprove: false,
  reason: null,
  reserved: 'INV-0001',
};

interface Outcome<E extends DomainEvent> {
  events: readonly E[];
  refusal: CommandRefusal | undefined;
  /** The event that is to be taken back before these. */
  reverts?: number;
}

/**
 * Given these events, when this command is decided, what happens? The form of a specification that every test of
 * `decide` takes; a number that the decision wants reserved is handed to it.
 */
export function given<S extends object, E extends DomainEvent, C extends { type: string }, R, Settings>(
  workflow: Workflow<S, E, C, R, Settings>,
  events: readonly E[],
): { state: S; when(command: C, overrides?: Partial<DecisionContext<Settings>>): Outcome<E> } {
  const state = events.reduce((before, event) => workflow.evolve(before, event), workflow.initialState);
  return {
    state,
    when(command, overrides) {
      const decision = workflow.decide(command, state, {
        ...context,
        settings: workflow.initialSettings,
        ...overrides,
      });
      if (decision.kind === 'reserve')
        throw new Error(`The decision asked for ${decision.series} although it had one.`);
      switch (decision.kind) {
        case 'events':
          return { events: decision.events, refusal: undefined };
        case 'revert':
          return { events: decision.after, reverts: decision.version, refusal: undefined };
        case 'refused':
          return { events: [], refusal: decision.refusal };
      }
    },
  };
}

/** The types of a list of events, for short assertions. */
export function typesOf(events: readonly { type: string }[]): string[] {
  return events.map((event) => event.type);
}

/** The start of a log that leaves out what is up to this version, read off the whole one; the database finds the same. */
export function lateStart(whole: RecordLog, version: number, viewer: string): LogStart {
  const { events, workflow } = whole;
  const before = events.slice(0, version);
  const reached = new Map<number, Recorded>();
  const reach = (event: Recorded | undefined) => {
    if (!event || event.version > version || reached.has(event.version)) return;
    reached.set(event.version, event);
    for (const other of before) {
      const isLinked =
        other.version === event.revertsVersion ||
        other.revertsVersion === event.version ||
        other.operationId === event.operationId;
      if (isLinked) reach(other);
    }
  };
  for (const { revertsVersion } of events.slice(version))
    if (revertsVersion) reach(events[revertsVersion - 1]);
  const [last, next] = [events[version - 1], events[version]];
  if (last && last.operationId === next?.operationId) reach(last);
  reach(before.findLast((event) => event.actor.id === viewer && !isListButton(event)));
  const earlier = [...reached.values()].sort((a, b) => a.version - b.version);
  const described = earlier
    .filter((event) => event.revertsVersion === null)
    .map((event) => [event.version, workflow.describe(event, whole.stateAt(event.version - 1))]);
  return { version, state: whole.stateAt(version), earlier, described: Object.fromEntries(described) };
}
