import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requirePerson } from '@/app/session';
import { invoiceExists } from './read-invoice';

interface LayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/**
 * Asks whether there is such an invoice before anything is sent, so that the answer is a real 404; the skeleton and
 * the page come below.
 */
export default async function InvoiceLayout({ params, children }: LayoutProps) {
  await requirePerson();
  if (!(await invoiceExists((await params).id))) notFound();
  return children;
}
