import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requirePerson } from '@/app/session';
import { customerExists } from './read-customer';

interface LayoutProps {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Asks whether there is such a customer before anything is sent, so that the answer is a real 404. */
export default async function CustomerLayout({ params, children }: LayoutProps) {
  await requirePerson();
  if (!(await customerExists((await params).id))) notFound();
  return children;
}
