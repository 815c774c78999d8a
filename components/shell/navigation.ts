import { Activity, History, type LucideIcon, ReceiptText, Settings, Users } from 'lucide-react';
import type { Role } from '@/lib/access';

export interface NavigationItem {
  href: string;
  /** Tests and assistive technology know the link by exactly this name. */
  label: string;
  icon: LucideIcon;
  /** Only these roles see it; without, everybody does. The page checks again. */
  roles?: readonly Role[];
}

/** The places of the app, in the order of the sidebar. A new page is one line here. */
export const navigation: readonly NavigationItem[] = [
  { href: '/invoices', label: 'Invoices', icon: ReceiptText },
  { href: '/customers', label: 'Customers', icon: Users },
  { href: '/activity', label: 'Activity', icon: Activity },
  { href: '/time-machine', label: 'Time machine', icon: History },
  { href: '/settings', label: 'Settings', icon: Settings },
];
