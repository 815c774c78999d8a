import {
  CalendarCheck,
  FileUp,
  Gauge,
  ListOrdered,
  type LucideIcon,
  Settings,
  ShieldCheck,
  Users,
} from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { requirePerson } from '@/app/session';
import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';

export const metadata: Metadata = { title: 'Admin' };

const places: readonly { href: string; label: string; about: string; icon: LucideIcon }[] = [
  {
    href: '/admin/people',
    label: 'People',
    about: 'Who may sign in and what each may do, now and on any day; with history and undo.',
    icon: Users,
  },
  {
    href: '/admin/projections',
    label: 'Projections',
    about: 'The figures that are kept from the events: how far they are behind, and rebuilding them.',
    icon: Gauge,
  },
  {
    href: '/admin/integrity',
    label: 'Integrity',
    about: 'Whether every record is what its events say, checked from the first event to the last.',
    icon: ShieldCheck,
  },
  {
    href: '/imports',
    label: 'Imports',
    about: 'Bring in the event log of another system, or an export of Retrace, from a file.',
    icon: FileUp,
  },
  {
    href: '/settings',
    label: 'Company settings',
    about: 'Name, address, currency, numbers, and above which amount a second person decides.',
    icon: Settings,
  },
  {
    href: '/settings/periods',
    label: 'Accounting periods',
    about: 'Up to which day the books are closed.',
    icon: CalendarCheck,
  },
  {
    href: '/settings/numbers',
    label: 'Number gaps',
    about: 'Every number that no document carries, and why.',
    icon: ListOrdered,
  },
];

/** What keeps the app itself in order. Everybody may look; each page says who may change something. */
export default async function AdminPage() {
  await requirePerson();
  return (
    <div className="flex max-w-4xl flex-col gap-4 px-page py-5">
      <PageHeader title="Admin" description="What keeps Retrace itself in order." />
      <ul className="grid gap-3 sm:grid-cols-2">
        {places.map(({ href, label, about, icon: Icon }) => (
          <li key={href}>
            <Card className="relative flex h-full gap-3 p-4 transition-colors hover:bg-sunken/60">
              <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-2" />
              <span className="min-w-0">
                <Link
                  href={href}
                  className="inline-flex min-h-6 items-center rounded-sm text-body font-semibold text-ink after:absolute after:inset-0 hover:underline"
                >
                  {label}
                </Link>
                <span className="block text-dense text-ink-2">{about}</span>
              </span>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
