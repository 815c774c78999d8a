import type { ReactNode } from 'react';
import { requireRecord } from '@/app/record-pages';
import { orderWorkflow } from '@/lib/order/workflow';

interface LayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Answers a real 404 where there is no such order. */
export default async function OrderLayout({ params, children }: LayoutProps) {
  await requireRecord(orderWorkflow, params);
  return children;
}
