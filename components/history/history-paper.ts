import type { Recorded } from '@/lib/event-sourcing/event';
import { type Narration, narrate } from '@/lib/event-sourcing/narrate';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { DescribedChange } from '@/lib/event-sourcing/workflow';
import { formatTime, type TimeSettings } from '@/lib/format-time';

/** An event as it goes on paper, where nothing can be pointed at or opened. */
export interface PaperEvent {
  version: number;
  /** "23 Nov 2026, 14:13:05 CET". */
  when: string;
  who: string;
  sentence: string;
  /** Why, as whoever did it wrote it. */
  reason: string | null;
  changes: readonly DescribedChange[];
  /** "Undone by Ana Novak, event 14". */
  links: readonly string[];
  inForce: boolean;
}

/** The events of a log with these versions, oldest first, in words: what the log does not hold has not happened. */
export function* historyPaper(
  log: RecordLog,
  settings: TimeSettings,
  from = 1,
  to: number = log.version,
): Generator<PaperEvent, undefined> {
  for (let version = from; version <= to; version += 1) {
    const event = log.history.event(version);
    const narration = narrate(log, version);
    yield {
      version,
      when: formatTime(event.occurredAt, 'full', settings),
      who: event.actor.kind === 'user' ? event.actor.name : `${event.actor.name} (${event.actor.kind})`,
      sentence: narration.sentence,
      reason: event.reason,
      changes: narration.changes,
      links: linksOf(event, narration),
      inForce: narration.inForce,
    };
  }
  return undefined;
}

function linksOf({ originVersion }: Recorded, { of, undoes, revertedBy }: Narration): string[] {
  return [
    originVersion ? `Put back from event ${originVersion}` : '',
    of ? `${undoes ? 'Undo' : 'Redo'} of event ${of.version}` : '',
    revertedBy
      ? `${undoes ? 'Re-applied' : 'Undone'} by ${revertedBy.actorName}, event ${revertedBy.version}`
      : '',
  ].filter(Boolean);
}

interface Moment {
  moment: string;
  version: number;
  newest: number;
  isPast: boolean;
}

/** "As of 23 Nov 2026, 14:13:05 CET, Europe/Berlin (version 12 of 40)". */
export function momentText({ moment, version, newest, isPast }: Moment, settings: TimeSettings): string {
  const at = `${formatTime(moment, 'full', settings)}, ${settings.timeZone}`;
  return isPast ? `As of ${at} (version ${version} of ${newest})` : `Last changed ${at} (version ${version})`;
}
