import type { Scope } from '@/lib/event-sourcing/event';
import { listRequest } from '@/lib/event-sourcing/plan';
import type { RecordView } from './record-context';
import { describeRequest } from './request-words';
import type { Undo } from './undo-context';

const words = {
  undo: {
    word: 'Undo',
    none: {
      mine: 'You have changed nothing here that could be undone.',
      anyone: 'There is nothing here that could be undone.',
    },
  },
  redo: {
    word: 'Redo',
    none: {
      mine: 'You have undone nothing here that could be redone.',
      anyone: 'You have undone nothing here, of anyone’s changes, that could be redone.',
    },
  },
};

/** Undo or Redo as it stands: what it takes next, or why it takes nothing. */
export interface ListAction {
  /** "Undo: refund €40.00". */
  label: string;
  /** There is nothing to take. */
  empty: boolean;
  disabledReason: string | null | undefined;
  /** Leads to what can be done instead, where there is something. */
  onRefused: (() => void) | undefined;
  ask(): void;
}

/** The same for the toolbar and the command palette. Asks the planner. */
export function listAction(
  { log, rights, locked }: Pick<RecordView, 'log' | 'rights' | 'locked'>,
  { ask, askNext, refusalOf }: Undo,
  cause: 'undo' | 'redo',
  scope: Scope,
): ListAction {
  const { word, none } = words[cause];
  const request = listRequest(log.history, rights.actorId, cause, scope);
  if (log.history.actions.mayLieEarlier(rights.actorId, cause, scope)) {
    // What it takes lies further back than the page's log: it is loaded when somebody asks.
    const look = () => askNext(cause, scope);
    return { label: word, empty: false, disabledReason: locked, onRefused: undefined, ask: look };
  }
  const empty = request.versions.length === 0;
  const refusal = empty ? null : refusalOf(request);
  return {
    label: empty ? word : `${word}: ${describeRequest(log, request).short}`,
    empty,
    disabledReason: locked ?? (empty ? none[scope] : refusal?.message),
    onRefused: locked || empty ? undefined : () => ask(request),
    ask: () => ask(request),
  };
}
