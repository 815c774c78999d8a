import { quoted } from '../event-sourcing/isolated';
import { say } from '../event-sourcing/say';
import type { DescribedChange, Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import { valueInWords } from '../field-type';
import type { RecordEvent, RecordEventType } from './events';
import { nameOf } from './field-key';

export const recordKinds: Record<RecordEventType, EventKind> = {
  activity_recorded: 'life',
  activity_withdrawn: 'life',
  fields_changed: 'edit',
  record_discarded: 'life',
  record_brought_back: 'life',
};

/** An event in words, its actor left out: "recorded “Check ticket”". */
export function describe(event: EventWithChanges<RecordEvent>): Description {
  switch (event.type) {
    case 'activity_recorded': {
      const activity = quoted(shorten(event.payload.activity));
      return say(ofTransition(activity, event.payload.fields[transition]), activity);
    }
    case 'activity_withdrawn': {
      const activity = quoted(shorten(event.payload.of));
      return say(`withdrew ${activity}`, `withdrawal of ${activity}`);
    }
    case 'fields_changed': {
      const names = Object.keys(event.payload.fields);
      const [name] = names;
      if (names.length !== 1 || name === undefined)
        return say(`changed ${names.length} fields`, `${names.length} fields`);
      const field = quoted(shorten(name));
      return say(`${event.payload.fields[name] === null ? 'cleared' : 'set'} ${field}`, field);
    }
    case 'record_discarded':
      return say('discarded the record', 'discarding');
    case 'record_brought_back':
      return say('brought the record back', 'bringing back');
  }
}

/** Of XES: an activity may be told more than once, as it begins, ends, or is laid aside in between. */
const transition = 'lifecycle:transition';

function ofTransition(activity: string, step: string | undefined): string {
  switch (step?.toLowerCase()) {
    case undefined:
      return `recorded ${activity}`;
    case 'start':
      return `started ${activity}`;
    case 'complete':
      return `completed ${activity}`;
    default:
      return `recorded ${activity} (${shorten(step ?? '')})`;
  }
}

const labels: Record<string, string> = { caseId: 'Case', log: 'Log', discarded: 'Discarded' };
const shownLeaf = /^fields\./;

/** The difference an event made, as people read it: a row for each field. */
export function describeChanges({ changes }: EventWithChanges<RecordEvent>): readonly DescribedChange[] {
  return Object.entries(changes).flatMap(([path, { from, to }]) => {
    const label = shownLeaf.test(path) ? nameOf(path.replace(shownLeaf, '')) : labels[path];
    // A new record says nothing of the mark that it does not carry.
    if (label === undefined || (from === undefined && to === false)) return [];
    return [{ path, label, ...inWords('from', from), ...inWords('to', to) }];
  });
}

function inWords(side: 'from' | 'to', value: unknown): object {
  if (value === undefined || value === null) return {};
  return { [side]: typeof value === 'boolean' ? (value ? 'yes' : 'no') : valueInWords(String(value)) };
}

const longest = 60;

/** Whole characters only. */
function shorten(text: string): string {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length > longest ? `${line.slice(0, longest).join('').trimEnd()}…` : line.join('');
}
