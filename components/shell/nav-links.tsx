'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import type { Role } from '@/lib/access';
import { navigation } from './navigation';

interface NavLinksProps {
  role: Role;
  /** Called when a link has been followed, so that a drawer can close. */
  onFollow?: () => void;
}

/** The links of the sidebar; the one we are in, or below, is marked. */
export function NavLinks({ role, onFollow }: NavLinksProps) {
  const path = usePathname();
  return (
    <ul className="flex flex-col gap-0.5">
      {navigation
        .filter((item) => !item.roles || item.roles.includes(role))
        .map(({ href, label, icon: Icon }) => {
          const here = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? (path === href ? 'page' : 'true') : undefined}
                onClick={onFollow}
                className={cn(
                  'flex min-h-8 items-center gap-2.5 rounded-control px-2 text-body font-medium transition-colors',
                  here ? 'bg-accent-soft text-accent' : 'text-ink-2 hover:bg-sunken hover:text-ink',
                )}
              >
                <Icon aria-hidden="true" className="size-4" />
                {label}
              </Link>
            </li>
          );
        })}
    </ul>
  );
}
