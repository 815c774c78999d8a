'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo } from 'react';
import type { Person } from '@/lib/access';
import type { ActionResult } from '@/lib/action-result';
import type { Actor, Recorded } from '@/lib/event-sourcing/event';
import type { Asker, RevertRequest } from '@/lib/event-sourcing/plan';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { newId } from '../new-id';
import { useCompany } from '../shell/company-context';
import { useIsLive, useLiveNews } from '../shell/live-context';
import { proposeCommand, proposeRevert } from './propose';
import {
  confirmedVersion,
  fetchNewer,
  isSignedOut,
  type RecordEvents,
  recordKey,
  withConfirmed,
  withHoped,
  withOpened,
} from './record-query';

/** The server actions of a workflow, handed down by its page. */
export interface RecordActions {
  runCommand(input: unknown): Promise<ActionResult>;
  runRevert(input: unknown): Promise<ActionResult>;
}

type Asked = { reason: string | null; operationId: string } & (
  | {
      kind: 'command';
      command: { type: string };
      seenVersion?: number | undefined;
      originVersion?: number | undefined;
      planHash?: string | undefined;
    }
  | { kind: 'revert'; revert: RevertRequest; planHash?: string | undefined }
);

interface CommandOptions {
  reason?: string | null;
  /** The form's own id, so that sending it twice is one operation. */
  operationId?: string;
  /** What its author saw, where that is older than what the page has now: a form that was open for a while. */
  seenVersion?: number;
  /** The event that a value which is put back came from. */
  originVersion?: number | undefined;
  /** Of the plan that was looked at, where the command takes something back. */
  planHash?: string;
}

interface RevertOptions {
  reason?: string | null;
  /** Of the dialog that asks for it, so that asking twice is one operation. */
  operationId?: string;
  /** Of the plan that was looked at: another one is not carried out. */
  planHash?: string;
}

export interface Writes {
  command(command: { type: string }, options?: CommandOptions): Promise<ActionResult>;
  revert(request: RevertRequest, options?: RevertOptions): Promise<ActionResult>;
}

interface Options {
  workflow: AnyWorkflow;
  streamId: string;
  /** What the page came with. */
  opened: RecordEvents;
  person: Person;
  rights: Asker;
  actions: RecordActions;
  /** The past version in view, or null while it is now; the server refuses what is sent from the past. */
  asOf: RefObject<number | null>;
}

/** How often an open record asks for what others did: while it is not told, and while it is, just in case. */
const lookAgainEvery = 5000;
const lookAnywayEvery = 30_000;

const unreachable: ActionResult = {
  ok: false,
  status: 503,
  refusal: {
    code: 'unreachable',
    message:
      'The server could not be reached, so nothing is known to have changed. Check your connection and try again.',
    events: [],
    alternatives: [],
  },
};

/**
 * A record's events in the browser. A write shows at once, made by the same rules as on the server; the server's
 * answer replaces it, and its refusal takes it back.
 */
export function useRecordEvents({ workflow, streamId, opened, person, rights, actions, asOf }: Options) {
  const client = useQueryClient();
  const settings = useCompany();
  const isLive = useIsLive();
  const key = useMemo(() => recordKey(streamId), [streamId]);
  const known = () => client.getQueryData<RecordEvents>(key) ?? opened;

  const { data = opened } = useQuery<RecordEvents>({
    queryKey: key,
    initialData: opened,
    queryFn: async ({ signal }) => {
      const { events, start } = await fetchNewer(streamId, known(), signal);
      return events.length > 0 ? withConfirmed(known(), events, start) : known();
    },
    refetchInterval: ({ state }) => {
      if (isSignedOut(state.error)) return false;
      return isLive && !state.error ? lookAnywayEvery : lookAgainEvery;
    },
    retry: (count, error) => !isSignedOut(error) && count < 2,
    refetchOnWindowFocus: 'always',
    structuralSharing: false,
  });

  useLiveNews((heard) => {
    if (typeof heard === 'object' && 'peopleOn' in heard) return;
    const version = confirmedVersion(known());
    const isNew =
      heard === 'reset' || heard.some((news) => news.streamId === streamId && news.version > version);
    if (isNew) void client.invalidateQueries({ queryKey: key });
  });

  // The server may have rendered the page with events that a cached copy from an earlier visit lacks.
  useEffect(() => {
    client.setQueryData<RecordEvents>(key, (cached) => cached && withOpened(cached, opened));
  }, [client, key, opened]);

  /** The past version that a write is asked for from. A restore is asked for there and is a change to now. */
  const pastIn = (asked: Asked) =>
    asked.kind === 'revert' && asked.revert.button === 'restore' ? null : asOf.current;

  const { mutateAsync } = useMutation({
    scope: { id: streamId },
    mutationFn: async (asked: Asked): Promise<ActionResult> => {
      const { kind: _, ...rest } = asked;
      const envelope = { streamId, asOf: pastIn(asked), ...rest };
      if (asked.kind === 'revert') return inTime(actions.runRevert(envelope));
      return inTime(
        actions.runCommand({ ...envelope, seenVersion: asked.seenVersion ?? confirmedVersion(known()) }),
      );
    },
    onMutate: async (asked) => {
      if (pastIn(asked) !== null) return;
      await client.cancelQueries({ queryKey: key });
      const before = known();
      const log = new RecordLog(workflow, [...before.confirmed, ...before.hoped], before.start);
      const actor: Actor = { id: person.id, kind: 'user', name: person.name };
      const at = {
        operationId: asked.operationId,
        actor,
        mayApprove: rights.mayChangeOthersWork,
        reason: asked.reason,
        settings,
        now: now(log.events),
      };
      const hoped =
        asked.kind === 'command'
          ? proposeCommand(log, asked.command, at)
          : proposeRevert(log, asked.revert, rights, at);
      client.setQueryData<RecordEvents>(key, { ...before, hoped: [...before.hoped, ...hoped] });
    },
    onSettled: async (result, _error, asked) => {
      const before = known();
      const settled = withConfirmed(before, result?.ok ? result.events : []);
      const others = settled.hoped.filter((event) => event.operationId !== asked.operationId);
      client.setQueryData<RecordEvents>(key, withHoped(settled, others));
      // Somebody else's events lie between, or the refusal speaks of some: have them soon.
      const behind = result?.ok ? confirmedVersion(settled) < result.version : true;
      const caughtUp = behind ? client.refetchQueries({ queryKey: key }) : undefined;
      // Whoever is told that the record has moved on finds it moved on in what they do next.
      if (result && !result.ok && result.status === 409) await caughtUp;
    },
  });

  const writes = useMemo<Writes>(() => {
    const write = (asked: Asked): Promise<ActionResult> => mutateAsync(asked).catch(() => unreachable);
    return {
      command: (command, { reason = null, operationId = newId(), ...seen } = {}) =>
        write({ kind: 'command', command, reason, operationId, ...seen }),
      revert: (revert, { reason = null, operationId = newId(), planHash } = {}) =>
        write({ kind: 'revert', revert, reason, operationId, planHash }),
    };
  }, [mutateAsync]);
  const log = useMemo(
    () => new RecordLog(workflow, [...data.confirmed, ...data.hoped], data.start),
    [workflow, data],
  );
  const change = useCallback(
    (by: (known: RecordEvents) => RecordEvents) =>
      client.setQueryData<RecordEvents>(key, (cached) => cached && by(cached)),
    [client, key],
  );
  return { log, confirmed: confirmedVersion(data), change, writes };
}

/** Longer than any write takes; then the answer is that none came. */
const patience = 15_000;

function inTime(answer: Promise<ActionResult>): Promise<ActionResult> {
  const late = new Promise<ActionResult>((resolve) => setTimeout(resolve, patience, unreachable));
  return Promise.race([answer, late]);
}

/** The browser's clock in the log's form, but never before the last event. */
function now(events: readonly Recorded[]): string {
  const clock = new Date().toISOString().replace('Z', '000Z');
  const last = events.at(-1)?.occurredAt ?? clock;
  return [clock, last].toSorted().at(-1) as string;
}
