import * as z from 'zod/mini';
import { largestVersion, scopes } from '@/lib/event-sourcing/event';
import { optionalText } from '@/lib/text';

/** What every write from a page carries, whatever it asks for. */
const envelope = {
  streamId: z.uuid('This needs the id of a record.').check(z.toLowerCase()),
  operationId: z.uuid('This needs an id of its own.').check(z.toLowerCase()),
  reason: z._default(optionalText(1000), null),
  /** Set while the page shows the past, where nothing may be changed. */
  asOf: z._default(z.nullable(z.int()), null),
};

const version = z.int().check(z.minimum(1), z.maximum(largestVersion));

/** Of the plan that was looked at, where one was: another one is not carried out. */
const planHash = z._default(z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))), null);

/** A command with its envelope. `seenVersion` is the newest version that the page had. */
export const commandInput = <C extends z.ZodMiniType>(command: C) =>
  z.object({
    ...envelope,
    seenVersion: z.int().check(z.minimum(0), z.maximum(largestVersion)),
    command,
    /** Where a value that is put back came from. */
    originVersion: z._default(z.nullable(version), null),
    planHash,
  });

const versions = z.array(version).check(z.maxLength(10_000));

export const revertInput = z.object({
  ...envelope,
  revert: z.discriminatedUnion('button', [
    z.object({ button: z.literal('row'), version }),
    z.object({
      button: z.literal('list'),
      cause: z.enum(['undo', 'redo']),
      versions,
      scope: z._default(z.enum(scopes), 'mine'),
    }),
    z.object({ button: z.literal('cascade'), version }),
    z.object({ button: z.literal('restore'), version }),
    z.object({ button: z.literal('batch'), versions, skip: z.boolean() }),
  ]),
  planHash,
});
