'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db/client';
import { makePasswordLink } from '@/db/invitations';
import { refusalToChange } from '@/lib/access';
import type { ActionResult } from '@/lib/action-result';
import { personCommand } from '@/lib/person/commands';
import type { PasswordLink } from '@/lib/person/password-link';
import { personWorkflow } from '@/lib/person/workflow';
import { log } from '../log';
import { currentPerson } from '../session';
import { everywhere } from './everywhere';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({ workflow: personWorkflow, command: personCommand });

/** Gives a person's record a command, from a page that saw it at `seenVersion`. */
export async function runPersonCommand(input: unknown): Promise<ActionResult> {
  return everywhere(await run(input));
}

/** Undoes or re-applies on a person's record. */
export async function revertOnPerson(input: unknown): Promise<ActionResult> {
  return everywhere(await revert(input));
}

/** Makes a link with which somebody chooses their password. Who made it stands in their history. */
export async function makeLink(personId: unknown): Promise<PasswordLink> {
  try {
    const person = await currentPerson();
    if (!person)
      return { ok: false, message: 'You are signed out. Sign in again in another tab, then try once more.' };
    const refusal = refusalToChange(person.role, personWorkflow.name);
    if (refusal) return { ok: false, message: refusal };
    const id = z.uuid().safeParse(personId);
    const maker = {
      actor: { id: person.id, kind: 'user', name: person.name },
      metadata: { channel: 'form' },
    } as const;
    const made = id.success ? await makePasswordLink(database(), id.data.toLowerCase(), maker) : null;
    if (!made) {
      return {
        ok: false,
        message: 'There is nobody who could sign in with it. A person who is deactivated gets no link.',
      };
    }
    revalidatePath('/admin/people', 'layout');
    return { ok: true, path: `/password/${made.token}`, expiresAt: made.expiresAt };
  } catch (error) {
    log.error({ err: error }, 'making a password link failed');
    return {
      ok: false,
      message: 'The database could not be reached, so no link was made. Try again in a moment.',
    };
  }
}
