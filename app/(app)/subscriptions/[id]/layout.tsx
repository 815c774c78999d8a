import type { ReactNode } from 'react';
import { requireRecord } from '@/app/record-pages';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';

interface LayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Answers a real 404 where there is no such subscription. */
export default async function SubscriptionLayout({ params, children }: LayoutProps) {
  await requireRecord(subscriptionWorkflow, params);
  return children;
}
