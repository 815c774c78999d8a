import type { Actor, DomainEvent } from './event';
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
