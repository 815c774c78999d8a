import {
  CalendarCheck,
  ChartColumn,
  FilePlus,
  FileText,
  FileUp,
  Gauge,
  ListOrdered,
  type LucideIcon,
  PackagePlus,
  RefreshCw,
  ShieldCheck,
  Tags,
  UserPlus,
  UserRound,
  UserRoundCog,
} from 'lucide-react';
import { mayWrite, type Role, readOnlyReason, refusalToImport } from '@/lib/access';
import { analyticsPages } from './analytics-pages';
import { navigation } from './navigation';

export interface Place {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Why this role has no business there, or null. */
  refusal?: string | null;
  /** A part of one of the sidebar's places: offered once it is asked for, or the list would be too long to be read. */
  isPart?: boolean;
}

/** What lies within the sidebar's places. */
const parts: readonly Place[] = [
  ...analyticsPages
    .filter(({ path }) => path !== '/analytics')
    .map(({ path, label }) => ({
      href: path,
      label: `Analytics: ${label.toLowerCase()}`,
      icon: ChartColumn,
    })),
  { href: '/analytics/outcomes', label: 'Analytics: which events count as what', icon: Tags },
  { href: '/admin/people', label: 'Admin: people', icon: UserRoundCog },
  { href: '/admin/projections', label: 'Admin: projections', icon: Gauge },
  { href: '/admin/integrity', label: 'Admin: integrity', icon: ShieldCheck },
  { href: '/settings/periods', label: 'Settings: accounting periods', icon: CalendarCheck },
  { href: '/settings/numbers', label: 'Settings: number gaps', icon: ListOrdered },
];

/** Everywhere one can go to: the sidebar's places, the parts of one of them, and what has no place in the sidebar. */
export function placesFor(role: Role): readonly Place[] {
  const refusal = mayWrite(role) ? null : readOnlyReason;
  return [
    ...navigation.filter(({ roles }) => !roles || roles.includes(role)),
    ...parts.map((part) => ({ ...part, isPart: true })),
    { href: '/invoices/new', label: 'New invoice', icon: FilePlus, refusal },
    { href: '/customers/new', label: 'New customer', icon: UserPlus, refusal },
    { href: '/subscriptions/new', label: 'New subscription', icon: RefreshCw, refusal },
    { href: '/orders/new', label: 'New order', icon: PackagePlus, refusal },
    { href: '/imports', label: 'Imports: import a file', icon: FileUp, refusal: refusalToImport(role) },
    { href: '/account', label: 'Your account', icon: UserRound },
  ];
}

/** The sign of a list of records, and of each record in it. */
export const iconOf = (list: string): LucideIcon =>
  [...navigation, ...parts].find(({ href }) => href === list)?.icon ?? FileText;
