import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { execute } from '@/db/execute';
import { createPerson } from '@/db/people';
import { revert } from '@/db/revert';
import type { WriteResult } from '@/db/write';
import { demoPassword, demoPeople } from '@/lib/demo-people';
import type { Actor } from '@/lib/event-sourcing/event';
import type { PersonCommand } from '@/lib/person/commands';
import { personWorkflow } from '@/lib/person/workflow';
import { withinMinute } from './demo-id';
import { type Moment, momentAt, OfficeCalendar } from './office-calendar';

/** Otto lets everybody in on the company's first day, some minutes apart, before anything else is done. */
const firstDay = 85;

/**
 * The role that was granted by mistake, and when that was undone: Bob was a manager on the day of the bulk mistake (see
 * stories.ts), which only the list of people as of that day tells.
 */
export const wrongRole = {
  person: 'Bob Ekdahl',
  role: 'manager',
  granted: '3 09:30',
  undone: '1 09:20',
} as const;

/** The demo people, as if Otto had invited them when the company began. */
export async function inviteDemoPeople(db: Database, now: Date): Promise<void> {
  const calendar = OfficeCalendar.until(now);
  const at = (moment: Moment, name: string) => calendar.instant(moment, withinMinute(name));
  const ids = new Map<string, string>();
  const [admin, others] = [demoPeople.filter(isAdmin), demoPeople.filter((person) => !isAdmin(person))];
  let inviter: Actor | undefined;
  for (const [minute, person] of [...admin, ...others].entries()) {
    const { id } = await createPerson(
      db,
      { ...person, password: demoPassword },
      {
        ...(inviter ? { actor: inviter } : {}),
        metadata: { channel: inviter ? 'form' : 'command_line' },
        occurredAt: at(momentAt(firstDay, 8 * 60 + minute), person.email),
      },
    );
    ids.set(person.name, id);
    inviter ??= { id, kind: 'user', name: person.name };
  }
  const bob = ids.get(wrongRole.person);
  if (bob && inviter) await grantByMistake(db, { bob, otto: inviter, at });
}

const isAdmin = ({ role }: { role: string }): boolean => role === 'admin';

interface Mistake {
  bob: string;
  otto: Actor;
  at(moment: Moment, name: string): string;
}

async function grantByMistake(db: Database, { bob, otto, at }: Mistake): Promise<void> {
  const request = {
    workflow: personWorkflow,
    streamId: bob,
    actor: otto,
    reader: { id: otto.id, formatInstant: (instant: string) => instant },
  };
  const command: PersonCommand = { type: 'grant_role', role: wrongRole.role };
  const granted = await execute(db, {
    ...request,
    operationId: randomUUID(),
    reason: 'Stands in for Priya while she is away.',
    metadata: { channel: 'form' },
    occurredAt: at(wrongRole.granted, 'wrong role granted'),
    since: 2,
    command,
  });
  const { version } = expectDone(granted);
  expectDone(
    await revert(db, {
      ...request,
      operationId: randomUUID(),
      reason: 'It was Sam who stands in for Priya. I picked the wrong row.',
      metadata: { channel: 'page' },
      occurredAt: at(wrongRole.undone, 'wrong role undone'),
      revert: { button: 'row', version },
      rights: { actorId: otto.id, mayWrite: true, mayChangeOthersWork: true },
    }),
  );
}

function expectDone(result: WriteResult): Extract<WriteResult, { ok: true }> {
  if (!result.ok) throw new Error(`The demo’s people could not be set up: ${result.refusal.message}`);
  return result;
}
