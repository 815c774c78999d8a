import type { ActionResult } from '@/lib/action-result';
import { isolated } from '@/lib/event-sourcing/isolated';
import { type ExplainedRefusal, narrate } from '@/lib/event-sourcing/narrate';
import { type RevertRequest, versionsOf } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';

/** What a request is called. */
export interface RequestWords {
  verb: 'Undo' | 'Re-apply' | 'Restore';
  /** What it takes: "payment €200.00"; of a restore, what it leads back to: "event 12". */
  short: string;
  /** What stands between the two. */
  joint: ': ' | ' to ' | ' ';
}

/** Something that has just been carried out. */
export interface Done {
  request: RevertRequest;
  words: RequestWords;
  reason: string | null;
  /** What else there is to tell. */
  note?: string | undefined;
  events: Extract<ActionResult, { ok: true }>['events'];
}

/** On buttons and as a title: "Undo: payment €200.00", "Undo 3 changes", "Restore to event 12". */
export const titleOf = ({ verb, joint, short }: RequestWords): string => verb + joint + short;

const past = { Undo: 'Undid', 'Re-apply': 'Re-applied', Restore: 'Restored' };

/** Once it is done. */
export const doneOf = ({ verb, joint, short }: RequestWords): string => past[verb] + joint + short;

/** What takes back what was just done. */
export function backOf(words: RequestWords): RequestWords {
  if (words.verb === 'Restore') return { verb: 'Undo', joint: ': ', short: `restore to ${words.short}` };
  return { ...words, verb: words.verb === 'Undo' ? 'Re-apply' : 'Undo' };
}

/** A request in a few words. */
export function describeRequest(log: RecordLog, request: RevertRequest): RequestWords {
  const { history } = log;
  const versions = versionsOf(request);
  const [first = 1] = versions;
  if (request.button === 'restore')
    return { verb: 'Restore', joint: ' to ', short: `event ${history.endOfAction(request.version)}` };
  return {
    verb: history.takesOut(first) ? 'Re-apply' : 'Undo',
    joint: ': ',
    short: narrate(log, history.baseOf(first)).short + andMore(log, versions),
  };
}

/** What a request takes, as a sentence. */
export function sentenceOf(log: RecordLog, request: RevertRequest): string {
  const { history } = log;
  const versions = versionsOf(request);
  const base = history.baseOf(versions[0] ?? 1);
  return `${isolated(history.event(base).actor.name)} ${narrate(log, base).sentence}${andMore(log, versions)}.`;
}

function andMore({ history }: RecordLog, versions: readonly number[]): string {
  const more = new Set(versions.map((version) => history.operationOf(version))).size - 1;
  return more > 0 ? ` and ${more} more` : '';
}

/** A refusal in one paragraph; of what nothing takes back, with what could be done instead. */
export function refusalInWords({ code, message, alternatives }: ExplainedRefusal): string {
  if (code === 'not_yours' || alternatives.length === 0) return message;
  const labels = alternatives.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  return `${message} Instead you could ${labels.slice(0, -1).join(', ')}${labels.length > 1 ? ' or ' : ''}${labels.at(-1)}.`;
}
