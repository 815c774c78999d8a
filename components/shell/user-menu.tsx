'use client';

import { ChevronsUpDown, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { MenuButton } from '@/components/ui/menu-button';
import type { MenuItem } from '@/components/ui/menu-items';
import { type Person, roleLabels } from '@/lib/access';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { PreferenceName, Preferences } from '@/lib/preferences';
import { usePreferences } from './preferences-context';

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
  const { chosen, choose } = usePreferences();

  const set = (name: PreferenceName) => (value: string) => {
    if (name === 'theme') showTheme(value);
    choose(name, value as Preferences[typeof name]);
  };
  const device =
    timeZone === 'UTC' && chosen.zone === 'utc' ? 'This device’s zone' : timeZone.replaceAll('_', ' ');

  const items: MenuItem[] = [
    {
      kind: 'choice',
      label: 'Theme',
      value: chosen.theme,
      onChange: set('theme'),
      options: [
        { value: 'light', label: 'Light', icon: <Sun aria-hidden="true" /> },
        { value: 'dark', label: 'Dark', icon: <Moon aria-hidden="true" /> },
        { value: 'system', label: 'System', icon: <Monitor aria-hidden="true" /> },
      ],
    },
    { kind: 'separator' },
    {
      kind: 'choice',
      label: 'Time zone',
      value: chosen.zone,
      onChange: set('zone'),
      options: [
        { value: 'device', label: device },
        { value: 'utc', label: 'UTC' },
      ],
    },
    {
      kind: 'choice',
      label: 'Clock',
      value: chosen.clock,
      onChange: set('clock'),
      options: [
        { value: 'h23', label: '24 hours, 14:13' },
        { value: 'h12', label: '12 hours, 2:13 PM' },
      ],
    },
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

/** At once, before the server has answered with the same class. */
function showTheme(theme: string): void {
  const { classList } = document.documentElement;
  classList.remove('light', 'dark');
  if (theme !== 'system') classList.add(theme);
}
