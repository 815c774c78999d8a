import 'server-only';
import * as z from 'zod/mini';
import { neverConnected } from '@/db/never-connected';
import type { WriteResult } from '@/db/write';
import { mayChangeOthersWork, mayWrite, type Person, refusalToChange } from '@/lib/access';
import type { ActionRefusal, ActionResult } from '@/lib/action-result';
import type { Reader } from '@/lib/event-sourcing/narrate';
import type { Rights } from '@/lib/event-sourcing/plan';
import { formatTime } from '@/lib/format-time';
import { log } from '../log';
import { readTimeSettings } from '../preferences';
import { currentPerson } from '../session';

export type RefusedWrite = Extract<WriteResult, { ok: false }>;
type RefusedAction = Extract<ActionResult, { ok: false }>;

/** What no page of ours sends is told in plain words too; what a schema says of its fields comes before this. */
z.config({
  customError: () => 'A part of this request could not be understood. Reload the page and try again.',
});

/**
 * The one door for writes: who is asking, as the database says now; may they change such records; does what they sent hold together; then
 * the write. Whatever goes wrong comes back as a sentence, and nothing is half done.
 */
export async function asWriter<
  T extends { asOf: number | string | null },
  Result extends { ok: true } | RefusedWrite,
>(
  workflow: string,
  schema: z.ZodMiniType<T>,
  input: unknown,
  run: (person: Person, request: T) => Promise<Result>,
): Promise<Extract<Result, { ok: true }> | RefusedAction> {
  let sent = false;
  try {
    const person = await currentPerson();
    if (!person)
      return refused(
        401,
        'signed_out',
        'You are signed out, so nothing was changed. Sign in again in another tab, then try once more.',
      );
    const readOnly = refusalToChange(person.role, workflow);
    if (readOnly) return refused(403, 'read_only', readOnly);
    const parsed = z.safeParse(schema, input);
    if (!parsed.success) return badInput(parsed.error.issues);
    if (parsed.data.asOf !== null) {
      return refused(
        409,
        'in_the_past',
        'You are looking at the past, where nothing can be changed. Return to now first.',
      );
    }
    sent = true;
    const result = await run(person, parsed.data);
    if (result.ok) return result as Extract<Result, { ok: true }>;
    const { field, code, message } = result.refusal;
    const refusal: ActionRefusal = field
      ? { ...result.refusal, fieldErrors: { [field]: message } }
      : result.refusal;
    return { ok: false, status: statusOf(code), refusal };
  } catch (error) {
    log.error({ err: error }, 'a write failed');
    return refused(503, 'unavailable', sent && !neverConnected(error) ? uncertain : nothingChanged);
  }
}

const nothingChanged = 'The database could not be reached, so nothing was changed. Try again in a moment.';
const uncertain =
  'The database was lost before it answered, so it is not certain whether this was saved. Try again in a moment: the same change is made only once.';

function statusOf(code: string): number {
  if (code === 'not_yours' || code === 'read_only') return 403;
  if (code === 'not_found' || code === 'no_such_event') return 404;
  return code === 'reason_required' ? 400 : 409;
}

function refused(
  status: number,
  code: string,
  message: string,
  more: Partial<ActionRefusal> = {},
): RefusedAction {
  return { ok: false, status, refusal: { code, message, events: [], alternatives: [], ...more } };
}

/** Field errors by their path into the command: `customer.name`, `lines.0.unitPrice`. */
function badInput(issues: readonly z.core.$ZodIssue[]): RefusedAction {
  const fieldErrors: Record<string, string> = {};
  for (const issue of issues) {
    const path = issue.path[0] === 'command' ? issue.path.slice(1) : issue.path;
    fieldErrors[path.join('.')] ??= issue.message;
  }
  const [first = 'Something in this request is missing.'] = Object.values(fieldErrors);
  return refused(400, 'invalid', first, { fieldErrors });
}

/** What a role lets a person take back. */
export function rightsOf(person: Person): Rights {
  return {
    actorId: person.id,
    mayWrite: mayWrite(person.role),
    mayChangeOthersWork: mayChangeOthersWork(person.role),
  };
}

/** Writes moments in refusals as this person's pages do. */
export async function readerOf(person: Person): Promise<Reader> {
  const settings = await readTimeSettings();
  return { id: person.id, formatInstant: (instant) => formatTime(instant, 'minute', settings) };
}
