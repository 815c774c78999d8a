import 'server-only';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/client';
import { recordExists } from '@/db/event-store';
import type { Person } from '@/lib/access';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { recordPlace } from '@/lib/record-places';
import { type Opening, openRecord, type Parameters, readHead } from './opened-record';
import { requirePerson } from './session';

/** What the address of a record's page holds. */
export interface RecordPageParams {
  params: Promise<{ id: string }>;
  searchParams: Parameters;
}

const exists = cache((workflow: string, id: string) => recordExists(database().$client, id, workflow));

/** Asks whether there is such a record before anything is sent, so that the answer is a real 404. */
export async function requireRecord({ name }: AnyWorkflow, params: Promise<{ id: string }>): Promise<void> {
  await requirePerson();
  if (!(await exists(name, (await params).id))) notFound();
}

/** The title of a record's page: what people know the record by now. */
export async function recordMetadata(
  { name }: AnyWorkflow,
  params: Promise<{ id: string }>,
): Promise<Metadata> {
  await requirePerson();
  const id = (await params).id.toLowerCase();
  const head = (await exists(name, id)) ? await readHead(id) : undefined;
  return { title: (head && recordPlace(name)?.title(head.state)) ?? 'No such record' };
}

/** A record as its page opens it, with its state as it stands now; null where there is none, which the layout answers. */
export async function openPage<S extends object>(
  workflow: AnyWorkflow,
  { params, searchParams }: RecordPageParams,
): Promise<{ person: Person; opening: Opening; state: S; title: string; path: string } | null> {
  const person = await requirePerson();
  const streamId = (await params).id.toLowerCase();
  if (!(await exists(workflow.name, streamId))) return null;
  const path = recordPlace(workflow.name)?.href(streamId) ?? '/';
  const opening = await openRecord({ workflow, streamId, person, path, searchParams });
  const head = await readHead(streamId);
  if (!opening || !head) return null;
  const state = head.state as S;
  return { person, opening, state, title: recordPlace(workflow.name)?.title(state) ?? '', path };
}
