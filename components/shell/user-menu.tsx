'use client';

import { ChevronsUpDown, LogOut, UserRound } from 'lucide-react';
import { useTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { MenuButton } from '@/components/ui/menu-button';
import type { MenuItem } from '@/components/ui/menu-items';
import { type Person, roleLabels } from '@/lib/access';
import { isolated } from '@/lib/event-sourcing/isolated';
import { usePreferenceChoices } from './preference-choices';

export interface UserMenuProps {
  person: Person;
  /** The zone in which times are written now. */
  timeZone: string;
  signOut: () => Promise<void>;
  /** Only the avatar, for the bar on narrow screens. */
  compact?: boolean;
}

/** Who I am, how things look to me, and the way out. */
export function UserMenu({ person, timeZone, signOut, compact }: UserMenuProps) {
  const [, startTransition] = useTransition();
  const { theme, zone, clock, times } = usePreferenceChoices(timeZone);

  const items: MenuItem[] = [
    theme,
    { kind: 'separator' },
    zone,
    clock,
    times,
    { kind: 'separator' },
    { kind: 'link', label: 'Your account', icon: <UserRound aria-hidden="true" />, href: '/account' },
    {
      label: 'Sign out',
      icon: <LogOut aria-hidden="true" />,
      onSelect: () => startTransition(signOut),
    },
  ];

  return compact ? (
    <MenuButton
      items={items}
      variant="ghost"
      aria-label={`${isolated(person.name)}, ${roleLabels[person.role]}`}
      className="px-1"
    >
      <Avatar name={person.name} />
    </MenuButton>
  ) : (
    <MenuButton
      items={items}
      side="top"
      align="start"
      variant="ghost"
      className="h-auto w-full justify-start gap-2.5 px-2 py-1.5 text-start"
    >
      <Avatar name={person.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-dense font-semibold text-ink">{person.name}</span>
        <span className="block truncate text-label text-ink-2">{roleLabels[person.role]}</span>
      </span>
      <ChevronsUpDown aria-hidden="true" className="text-ink-3" />
    </MenuButton>
  );
}
