import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { readHead } from '@/app/opened-record';
import { requirePerson } from '@/app/session';
import { isIdText } from '@/components/invoice-list/address-texts';
import { personWorkflow } from '@/lib/person/workflow';

interface LayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Asks whether there is such a person before anything is sent, so that the answer is a real 404. */
export default async function PersonLayout({ params, children }: LayoutProps) {
  await requirePerson();
  const { id } = await params;
  const head = isIdText(id) ? await readHead(id.toLowerCase()) : undefined;
  if (head?.workflow !== personWorkflow.name) notFound();
  return children;
}
