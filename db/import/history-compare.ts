/** How the events of a file stand to what is here. */
import type { LoggedEvent } from '@/lib/log-file/event-line';
import type { Database } from '../client';
import { numbersIn } from './history-append';
import { readEmailOwners, readHolders, readSame, readVersions } from './history-present';
import { UnreadableFileError } from './unreadable-file';

/** An event of a file, with its line. */
export interface ReadEvent {
  event: LoggedEvent;
  line: number;
}

/** A record that is here with another history. */
export interface DifferentRecord {
  workflow: string;
  streamId: string;
  /** The first event that is another. */
  version: number;
}

/**
 * Which of these events are to be added: those behind what is here, of records whose history here is the same as far as it
 * goes. Throws an `UnreadableFileError` where one cannot be.
 *
 * @param different takes what is found to be another record here, or a record with another history
 */
export async function compareWithHere(
  db: Database,
  events: readonly ReadEvent[],
  different: Map<string, DifferentRecord>,
): Promise<ReadEvent[]> {
  const versions = await readVersions(db.$client, [...new Set(events.map(({ event }) => event.stream_id))]);
  const isHere = ({ event }: ReadEvent) => event.version <= (versions.get(event.stream_id) ?? 0);
  await noteDifferent(db, events.filter(isHere), different);
  await noteTakenEmails(db, events, different);
  const added = events.filter((each) => !isHere(each) && !different.has(each.event.stream_id));
  await checkNumbers(db, added);
  return added;
}

/** Of events whose place is taken here: in which records it is by another one. */
async function noteDifferent(
  db: Database,
  events: readonly ReadEvent[],
  different: Map<string, DifferentRecord>,
): Promise<void> {
  if (events.length === 0) return;
  const same = await readSame(
    db.$client,
    events.map(({ event }) => event),
  );
  for (const { event } of events) {
    const { stream_id: streamId, workflow, version } = event;
    if (!same.has(`${streamId} ${version}`) && !different.has(streamId))
      different.set(streamId, { workflow, streamId, version });
  }
}

/** Somebody else signs in here with the address of a person in the file: that person is another one here. */
async function noteTakenEmails(
  db: Database,
  events: readonly ReadEvent[],
  different: Map<string, DifferentRecord>,
): Promise<void> {
  const people = events.filter(({ event }) => event.type === 'person_invited' && event.workflow === 'person');
  if (people.length === 0) return;
  const emailOf = ({ event }: ReadEvent) => String((event.payload as { email?: unknown }).email);
  const owners = await readEmailOwners(db.$client, people.map(emailOf));
  for (const person of people) {
    const { stream_id: streamId, workflow, version } = person.event;
    if ((owners.get(emailOf(person)) ?? streamId) !== streamId)
      different.set(streamId, { workflow, streamId, version });
  }
}

/** A number has one holder, and it may be another one here. */
async function checkNumbers(db: Database, added: readonly ReadEvent[]): Promise<void> {
  const brought = added.flatMap(({ event, line }) => numbersIn(event).map((number) => ({ ...number, line })));
  if (brought.length === 0) return;
  const holders = await readHolders(
    db.$client,
    brought.map(({ number }) => number),
  );
  for (const { number, holder, line } of brought) {
    if ((holders.get(number) ?? holder) !== holder)
      throw new UnreadableFileError(`The number ${number} belongs to another record here.`, { line });
  }
}
