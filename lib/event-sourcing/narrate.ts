/**
 * Events and refusals in words. The same sentences serve the timeline, the server's answers and the command line:
 * they name the person, what they did and when.
 */
import type { Actor, DomainEvent, Recorded } from './event';
import { formerFields } from './former-fields';
import type { History } from './history';
import { isolated } from './isolated';
import type { LogStart } from './log-start';
import type { Asker } from './plan';
import type { PlanRefusal } from './plan-refusal';
import type { RecordLog } from './record-log';
import type { Timeline } from './replay';
import { waysOut } from './ways-out';
import type {
  Alternative,
  AnyWorkflow,
  Compensation,
  DescribedChange,
  Description,
  EventKind,
} from './workflow';

export interface Narration extends Omit<Description, 'tone'> {
  kind: EventKind | 'undo';
  tone: Description['tone'] | 'undo';
  changes: readonly DescribedChange[];
  /** For an own event: is it in force now? For an undo or redo: has nothing reverted it since? */
  inForce: boolean;
  /** For an undo or redo: the event at the origin, which it takes out or puts back. */
  of?: { version: number; actorName: string };
  /** Does it take that event out of force (an undo) or put it back (a redo)? */
  undoes?: boolean;
  /** Not in force: the event that took this one back, for an own event the last that did. */
  revertedBy?: { version: number; actorName: string };
}

/** What telling an event takes of its record. A `RecordLog` has it, and so has a `RecordExcerpt`. */
export interface NarratedRecord {
  workflow: AnyWorkflow;
  history: Pick<History, 'event' | 'baseOf' | 'tipOf' | 'takesOut' | 'revertedBy'> &
    Partial<Pick<History, 'start'>>;
  timeline: Pick<Timeline<object>, 'stateAt'>;
  /** Own events in words, where the states to tell them by are not at hand. */
  described?: LogStart['described'];
}

/** An event as the timeline tells it; to a reader it says "your change" of what was theirs. */
export function narrate(log: NarratedRecord, version: number, readerId?: string): Narration {
  const event = log.history.event(version);
  const changes = changesOf(log, event);
  const reverted = standingRevert(log, event);
  const inForce = !reverted;
  const revertedBy = reverted && { version: reverted.version, actorName: reverted.actor.name };
  if (event.revertsVersion === null) {
    return {
      ...describeOwn(log, event),
      kind: log.workflow.kinds[event.type] as EventKind,
      changes,
      inForce,
      ...(revertedBy ? { revertedBy } : {}),
    };
  }
  const base = log.history.event(log.history.baseOf(version));
  const original = describeOwn(log, base);
  const whose = whoseChange(base.actor, event.actor, readerId);
  const verb = log.history.takesOut(version) ? 'undid' : 're-applied';
  return {
    sentence: `${verb} ${whose}: ${original.sentence}`,
    short: `${verb === 'undid' ? 'undo of' : 'redo of'} ${original.short}`,
    tone: 'undo',
    kind: 'undo',
    changes,
    inForce,
    of: { version: base.version, actorName: base.actor.name },
    undoes: verb === 'undid',
    ...(revertedBy ? { revertedBy } : {}),
  };
}

function describeOwn({ described, workflow, timeline }: NarratedRecord, event: Recorded): Description {
  return described?.[event.version] ?? workflow.describe(event, timeline.stateAt(event.version - 1));
}

/** None of an event before the start of its log: the history shows it where it is whole. */
function changesOf({ history, workflow, timeline }: NarratedRecord, event: Recorded): DescribedChange[] {
  if (event.version <= (history.start ?? 0)) return [];
  const [before, after] = [timeline.stateAt(event.version - 1), timeline.stateAt(event.version)];
  return [...workflow.describeChanges(event, before, after), ...formerFields(event.changes, before, after)];
}

/** What keeps an event out of force now. An own event comes and goes with the tip of its chain; a revert is reverted once. */
function standingRevert({ history }: NarratedRecord, event: Recorded): Recorded | undefined {
  if (event.revertsVersion !== null) return history.revertedBy(event.version);
  const tip = history.tipOf(event.version);
  return history.takesOut(tip) ? history.event(tip) : undefined;
}

function whoseChange(author: Actor, by: Actor, readerId: string | undefined): string {
  if (author.id === by.id) return author.id === readerId ? 'your own change' : 'their own change';
  return author.id === readerId ? 'your change' : `${isolated(author.name)}’s change`;
}

/** A refusal as a person meets it, with the events to look at and what can be done instead. */
export interface ExplainedRefusal {
  code: string;
  message: string;
  /** Versions of the events that stand in the way. */
  events: readonly number[];
  alternatives: readonly Alternative[];
  /** The input at fault, where there is one. */
  field?: string;
}

/** What a reader is told apart by: who they are, and how moments are written for them. */
export interface Reader {
  id: string;
  /** An instant as this reader is shown it, such as "12 Nov, 10:58". */
  formatInstant(instant: string): string;
}

/**
 * The one catalogue of why something cannot be undone or re-applied.
 *
 * @param asker who was refused, where ways around it are to be offered
 */
export function explain(
  log: RecordLog,
  refusal: PlanRefusal,
  reader: Reader,
  asker?: Asker,
): ExplainedRefusal {
  const explained = inWords(log, refusal, reader);
  const ways = asker ? waysOut(log, refusal, asker) : [];
  return { ...explained, alternatives: [...ways, ...explained.alternatives] };
}

function inWords(log: RecordLog, refusal: PlanRefusal, reader: Reader): ExplainedRefusal {
  const { code } = refusal;
  const told = (version: number) => tell(log, version, reader);
  const toggle = (version: number) => (log.history.takesOut(version) ? 're-apply' : 'undo');
  const toggled = (version: number) => (log.history.takesOut(version) ? 're-applied' : 'undone');
  switch (refusal.code) {
    case 'read_only':
      return plain(
        code,
        'Your role lets you look at everything, but not change it. Ask an admin for the support role.',
      );
    case 'nothing_to_revert':
      return plain(code, 'There is nothing of yours to take back here.');
    case 'list_moved': {
      const next = log.history.actions.next(reader.id, refusal.cause, refusal.scope);
      const [version] = next ? log.history.actions.effectsInForce(next) : [];
      const now = version ? ` It is now: ${told(version)}` : '';
      return plain(
        code,
        `What ${refusal.cause === 'undo' ? 'Undo' : 'Redo'} would take has changed since.${now} Look again, then press it again.`,
      );
    }
    case 'already_reverted': {
      const by = log.history.event(refusal.by);
      const done = log.history.takesOut(refusal.by) ? 'undone' : 're-applied';
      const who = by.actor.id === reader.id ? 'you' : isolated(by.actor.name);
      const message = `This was already ${done} by ${who} on ${reader.formatInstant(by.occurredAt)}.`;
      return { ...plain(code, message), events: [refusal.by] };
    }
    case 'not_yours': {
      const [version = 1] = refusal.versions;
      const name = isolated(log.history.event(version).actor.name);
      const message = `${told(version)} Only ${name} or a manager can ${toggle(version)} it.`;
      const canAsk = log.workflow.askToRevert !== undefined;
      const label = canAsk ? `Ask a manager to ${toggle(version)} it` : `Ask ${name} or a manager`;
      const alternatives = [{ action: 'ask_manager', label }];
      return { code, message, events: refusal.versions, alternatives };
    }
    case 'not_allowed': {
      const { alternatives = [], ...why } = refusal.refusal;
      const message = `${told(refusal.version)} ${why.message}`;
      return { ...why, message, events: [refusal.version], alternatives };
    }
    case 'in_the_way': {
      const sentences = refusal.blockers.map(told).join(' ');
      const final = finalAmong(log, refusal.blockers);
      if (final) {
        const message = `${sentences} ${final.because} So this can’t be ${toggled(refusal.version)} any more.`;
        return { code, message, events: refusal.blockers, alternatives: final.alternatives };
      }
      const these = refusal.blockers.length === 1 ? 'that' : 'those';
      const message = `${sentences} Take ${these} back first, then this can be ${toggled(refusal.version)}.`;
      return { ...plain(code, message), events: refusal.blockers };
    }
    case 'irreversible':
      return {
        code,
        message: `${told(refusal.version)} This can’t be undone. ${refusal.because}`,
        events: [refusal.version],
        alternatives: refusal.alternatives,
      };
    case 'inexact':
      return plain(
        code,
        `This can’t be ${toggled(refusal.version)} exactly: ` +
          `${refusal.paths.join(', ')} is no longer kept as it was then. Make a new change instead.`,
      );
    case 'invariant':
      return plain(
        code,
        `This can’t be ${toggled(refusal.version)}. ` +
          refusal.violations.map((violation) => violation.message).join(' '),
      );
    case 'same_already':
      return plain(
        code,
        `The record is as it was after event ${refusal.version} already, so there is nothing to restore.`,
      );
    case 'all_stays': {
      const reasons = refusal.stays.map((stay) => explain(log, stay.refusal, reader));
      const message = `Nothing of this can be taken back. ${reasons.map((reason) => reason.message).join(' ')}`;
      const events = [...new Set(reasons.flatMap((reason) => reason.events))];
      return { code, message, events, alternatives: reasons.flatMap((reason) => reason.alternatives) };
    }
  }
}

/** Why one of the events that stand in the way can't be taken back itself, if that is so. */
function finalAmong({ history, workflow }: RecordLog, versions: readonly number[]) {
  for (const version of versions) {
    if (history.takesOut(version)) continue;
    const step: Compensation<DomainEvent> = workflow.compensate(history.event(history.baseOf(version)));
    if (step.kind === 'irreversible') return step;
  }
  return undefined;
}

const plain = (code: string, message: string): ExplainedRefusal => ({
  code,
  message,
  events: [],
  alternatives: [],
});

/** "Bob Ekdahl moved the due date to 25 Nov 2026 (event 8, 12 Nov, 10:58)." */
export function tell(log: RecordLog, version: number, reader: Reader): string {
  const event = log.history.event(version);
  const who = event.actor.id === reader.id ? 'You' : isolated(event.actor.name);
  return `${who} ${narrate(log, version, reader.id).sentence} (event ${version}, ${reader.formatInstant(event.occurredAt)}).`;
}
