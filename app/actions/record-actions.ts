import 'server-only';
import type * as z from 'zod/mini';
import { type Database, database } from '@/db/client';
import { type CommandRequest, execute } from '@/db/execute';
import { revert } from '@/db/revert';
import type { WriteResult } from '@/db/write';
import { mayChangeOthersWork, type Person } from '@/lib/access';
import type { ActionResult } from '@/lib/action-result';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { commandInput, revertInput } from './input';
import { asWriter, readerOf, rightsOf } from './writer';

interface RecordActions<C extends { type: string }> {
  workflow: AnyWorkflow;
  command: z.ZodMiniType<C>;
  /** How a command is given, where there is more to it than deciding and appending. */
  give?(db: Database, request: CommandRequest & { command: C }): Promise<WriteResult>;
}

/** The two things that a page may ask of a record of any workflow; a file with 'use server' names them. */
export function recordActions<C extends { type: string }>({
  workflow,
  command,
  give = execute,
}: RecordActions<C>) {
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
      asWriter(workflow.name, commandInput(command), input, async (person, request) =>
        give(database(), {
          ...(await common(person, request)),
          metadata: { channel: 'form' },
          since: request.seenVersion,
          command: request.command,
          originVersion: request.originVersion,
          planHash: request.planHash,
          mayApprove: mayChangeOthersWork(person.role),
        }),
      ),
    revert: (input: unknown): Promise<ActionResult> =>
      asWriter(workflow.name, revertInput, input, async (person, request) =>
        revert(database(), {
          ...(await common(person, request)),
          metadata: { channel: 'page' },
          revert: request.revert,
          planHash: request.planHash,
          rights: rightsOf(person),
        }),
      ),
  };
}
