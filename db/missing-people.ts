import { sql } from 'drizzle-orm';
import type { Role } from '@/lib/access';
import { recordEvents } from '@/lib/event-sourcing/append';
import type { PersonEvent } from '@/lib/person/events';
import { personWorkflow } from '@/lib/person/workflow';
import { append, type StreamAppend } from './append';
import type { Database } from './client';
import { derivedId } from './derived-id';
import { systemActor } from './ensure-record';
import { isoText } from './stored-event';

const chunk = 500;

/**
 * Gives their first events to those who may sign in and have none: people of a release that kept no history of them. Each
 * begins when they were added, with the role that they have; who was deactivated has that in their history too. What a role
 * was in between nobody knows any more.
 *
 * @returns how many were given some
 */
export async function addMissingPeople(db: Database): Promise<number> {
  let added = 0;
  for (;;) {
    const { rows } = await db.execute<Missing>(selectMissing);
    if (rows.length === 0) return added;
    added += (await append(db.$client, personWorkflow.name, rows.map(beginningOf))).size;
  }
}

interface Missing extends Record<string, unknown> {
  id: string;
  name: string;
  email: string;
  role: Role;
  since: string;
  /** When they were deactivated, if they were. */
  until: string | null;
  now: string;
}

/** In the order of their ids, so that two processes that start at once wait for each other instead of for ever. */
const selectMissing = sql`
  SELECT id, name, email, role, ${isoText('created_at')} AS since,
         ${isoText('CASE WHEN deactivated_at IS NOT NULL THEN greatest(deactivated_at, created_at) END')} AS until, ${isoText('clock_timestamp()')} AS now
    FROM users u
   WHERE NOT EXISTS (SELECT FROM streams s WHERE s.stream_id = u.id::uuid)
   ORDER BY id LIMIT ${chunk}`;

function beginningOf({ id, name, email, role, since, until, now }: Missing): StreamAppend {
  const happened = (version: number, state: object, at: string, ...events: readonly PersonEvent[]) =>
    recordEvents(
      personWorkflow,
      { version, state },
      events.map((event) => ({ event, cause: 'import' })),
      {
        streamId: id,
        operationId: derivedId(id, events[0]?.type ?? ''),
        actor: systemActor,
        reason: null,
        metadata: { process: 'people_from_sign_in' },
        occurredAt: at,
        recordedAt: now,
      },
    );
  const invited: PersonEvent = { type: 'person_invited', payload: { personId: id, name, email } };
  const granted: PersonEvent[] = role === 'viewer' ? [] : [{ type: 'role_granted', payload: { role } }];
  const begun = happened(0, personWorkflow.initialState, since, invited, ...granted);
  const state = begun.at(-1)?.state ?? personWorkflow.initialState;
  const left = until ? happened(begun.length, state, until, { type: 'person_deactivated', payload: {} }) : [];
  return { streamId: id, expected: 0, hash: null, appended: [...begun, ...left] };
}
