import { redirect } from 'next/navigation';

/** The front door leads to the invoices. */
export default function HomePage() {
  redirect('/invoices');
}
