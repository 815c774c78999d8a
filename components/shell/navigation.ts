import {
  Activity,
  ChartColumn,
  FolderOpen,
  History,
  type LucideIcon,
  Package,
  ReceiptText,
  RefreshCw,
  Settings,
  ShieldCheck,
  Users,
} from 'lucide-react';
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
  { href: '/subscriptions', label: 'Subscriptions', icon: RefreshCw },
  { href: '/orders', label: 'Orders', icon: Package },
  { href: '/records', label: 'Records', icon: FolderOpen },
  { href: '/activity', label: 'Activity', icon: Activity },
  { href: '/time-machine', label: 'Time machine', icon: History },
  { href: '/analytics', label: 'Analytics', icon: ChartColumn },
  { href: '/admin', label: 'Admin', icon: ShieldCheck },
  { href: '/settings', label: 'Settings', icon: Settings },
];
