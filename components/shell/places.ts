import {
  CalendarCheck,
  FilePlus,
  FileUp,
  ListOrdered,
  type LucideIcon,
  UserPlus,
  UserRound,
  UserRoundCog,
} from 'lucide-react';
import { mayWrite, type Role, readOnlyReason, refusalToImport } from '@/lib/access';
import { navigation } from './navigation';

export interface Place {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Why this role has no business there, or null. */
  refusal?: string | null;
}

/** Everywhere one can go to: the sidebar's places, the parts of one of them, and what has no place in the sidebar. */
export function placesFor(role: Role): readonly Place[] {
  const refusal = mayWrite(role) ? null : readOnlyReason;
  return [
    ...navigation.filter(({ roles }) => !roles || roles.includes(role)),
    { href: '/admin/people', label: 'Admin: people', icon: UserRoundCog },
    { href: '/settings/periods', label: 'Settings: accounting periods', icon: CalendarCheck },
    { href: '/settings/numbers', label: 'Settings: number gaps', icon: ListOrdered },
    { href: '/invoices/new', label: 'New invoice', icon: FilePlus, refusal },
    { href: '/customers/new', label: 'New customer', icon: UserPlus, refusal },
    { href: '/imports', label: 'Import a file', icon: FileUp, refusal: refusalToImport(role) },
    { href: '/account', label: 'Your account', icon: UserRound },
  ];
}
