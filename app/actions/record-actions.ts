import 'server-only';
import type * as z from 'zod/mini';
import { database } from '@/db/client';
import { execute } from '@/db/execute';
import { revert } from '@/db/revert';
import type { WriteResult } from '@/db/write';
import { mayChangeOthersWork, type Person } from '@/lib/access';
import type { ActionResult } from '@/lib/action-result';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { commandInput, revertInput } from './input';
import { asWriter, readerOf, rightsOf } from './writer';

/** Whoever asks, and under which id, for what has to happen before a command. */
export interface Asked {
  person: Person;
  operationId: string;
}

interface RecordActions<C extends { type: string }> {
  workflow: AnyWorkflow;
  command: z.ZodMiniType<C>;
  /** What must be there first; what it refuses, the command is refused for. */
  first?(command: C, asked: Asked): Promise<WriteResult | undefined>;
}

/** The two things that a page may ask of a record of any workflow; a file with 'use server' names them. */
export function recordActions<C extends { type: string }>({ workflow, command, first }: RecordActions<C>) {
  const common = async (
    person: Person,
    request: { streamId: string; operationId: string; reason: string | null },
  ) => ({
    workflow,
    streamId: request.streamId,
    operationId: request.operationId,
    actor: { id: person.id, kind: 'user', name: person.name } as const,
    reason: request.reason,
    reader: await readerOf(person),
  });
  return {
    run: (input: unknown): Promise<ActionResult> =>
      asWriter(workflow.name, commandInput(command), input, async (person, request) => {
        const refused = await first?.(request.command, { person, operationId: request.operationId });
        if (refused && !refused.ok) return refused;
        return execute(database(), {
          ...(await common(person, request)),
          metadata: { channel: 'form' },
          since: request.seenVersion,
          command: request.command,
          mayApprove: mayChangeOthersWork(person.role),
        });
      }),
    revert: (input: unknown): Promise<ActionResult> =>
      asWriter(workflow.name, revertInput, input, async (person, request) =>
        revert(database(), {
          ...(await common(person, request)),
          metadata: { channel: 'page' },
          revert: request.revert,
          rights: rightsOf(person),
        }),
      ),
  };
}
