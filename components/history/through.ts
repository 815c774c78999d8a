import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { RequestWords } from './request-words';

/** A plan that is not carried out by whoever looks at it, but asked for or agreed to: by a command in its place. */
export interface Through {
  command: { type: string };
  title: string;
  description: string;
  /** The button that does it. */
  action: string;
  /** Said when it is done. */
  done: string;
  /** Planned with the rights of whoever may do it: it is they who will. */
  asks: boolean;
}

/** Somebody asks for what is not theirs to undo; null where the workflow has no way to ask. */
export function askThrough(
  { workflow }: RecordLog,
  version: number,
  requestId: string,
  { verb, short }: RequestWords,
): Through | null {
  const command = workflow.askToRevert?.(version, requestId);
  if (!command) return null;
  return {
    command,
    title: `Ask to ${verb.toLowerCase()}: ${short}`,
    description:
      'Nothing is done before a manager agrees; then it is done at once, and both names stand in the history.',
    action: 'Ask a manager',
    done: 'Asked for. It stands on the record until a manager decides.',
    asks: true,
  };
}
