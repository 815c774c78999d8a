import type { ReactNode } from 'react';
import { requirePerson } from '../session';

/** Pages to print: signed-in as the others are, but without anything around the sheet. */
export default async function PrintLayout({ children }: { children: ReactNode }) {
  await requirePerson();
  return children;
}
