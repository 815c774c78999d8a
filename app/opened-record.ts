import 'server-only';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { isDayText, isInstantText } from '@/components/invoice-list/address-texts';
import { database } from '@/db/client';
import { readLogPart, readStretch, readVersionAt, readWindow } from '@/db/log-parts';
import { readRecordHeads } from '@/db/record-heads';
import type { Person } from '@/lib/access';
import { momentOf } from '@/lib/calendar-spans';
import { firstStart, type OpenedRecord } from '@/lib/event-sourcing/log-part';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { currentCompany } from './company';

/** A record as it stands now, read once a request; undefined where there is none. */
export const readHead = cache(async (streamId: string) =>
  (await readRecordHeads(database(), [streamId])).get(streamId),
);

/** The parameters of a page's address. */
export type Parameters = Promise<Record<string, string | string[] | undefined>>;

interface Asked {
  workflow: AnyWorkflow;
  streamId: string;
  person: Person;
  /** Of the page itself; a page without moments of its own leaves both out. */
  path?: string;
  searchParams?: Parameters;
}

/** What a record's page begins with, or that it did not exist yet at the moment that the address names. */
export type Opening =
  | { kind: 'opened'; opened: OpenedRecord }
  | { kind: 'not_yet'; moment: string; createdAt: string };

/**
 * Reads what a record's page begins with; null where there is none. The address may name a version (`?version=12`), or a
 * moment (`?asOf=2026-11-10T14:13:00Z`, or a day, of which the end is meant), which leads to the version of then.
 */
export async function openRecord({
  workflow,
  streamId,
  person,
  path,
  searchParams,
}: Asked): Promise<Opening | null> {
  const client = database().$client;
  const head = await readHead(streamId);
  if (!head || head.workflow !== workflow.name) return null;
  const { version: newest } = head;
  const { version, asOf } = (await searchParams) ?? {};
  const asked = Number(version);
  const isAsked = Number.isInteger(asked) && version !== '';
  if (!isAsked && typeof asOf === 'string' && (isInstantText(asOf) || isDayText(asOf))) {
    const moment = momentOf(asOf, (await currentCompany()).timeZone);
    const then = await readVersionAt(client, streamId, moment);
    if (then > 0) redirect(then < newest ? `${path}?version=${then}` : `${path}`);
    const [creation] = await readStretch(client, streamId, 0, 1);
    return { kind: 'not_yet', moment, createdAt: creation?.occurredAt ?? moment };
  }
  const start = firstStart(newest);
  const around = Math.max(asked, 1);
  const [part, window] = await Promise.all([
    readLogPart(client, { workflow, streamId, version: start, through: newest, viewer: person.id }),
    isAsked && around <= start ? readWindow(client, workflow, streamId, around) : null,
  ]);
  return { kind: 'opened', opened: { streamId, newest: part, window } };
}
