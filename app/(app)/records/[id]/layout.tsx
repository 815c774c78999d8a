import type { ReactNode } from 'react';
import { requireRecord } from '@/app/record-pages';
import { recordWorkflow } from '@/lib/record/workflow';

interface LayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Answers a real 404 where there is no such record. */
export default async function RecordLayout({ params, children }: LayoutProps) {
  await requireRecord(recordWorkflow, params);
  return children;
}
