'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import type { MenuItem } from '@/components/ui/menu-items';
import type { PreferenceName, Preferences } from '@/lib/preferences';
import { usePreferences } from './preferences-context';

type Choice = Extract<MenuItem, { kind: 'choice' }>;

/**
 * How things look to me: theme, time zone and clock, each a choice of one, for the person's menu and the command palette.
 *
 * @param timeZone in which times are written now
 */
export function usePreferenceChoices(timeZone: string): [theme: Choice, zone: Choice, clock: Choice] {
  const { chosen, choose } = usePreferences();
  const set = (name: PreferenceName) => (value: string) => {
    if (name === 'theme') showTheme(value);
    choose(name, value as Preferences[typeof name]);
  };
  const device =
    timeZone === 'UTC' && chosen.zone === 'utc' ? 'This device’s zone' : timeZone.replaceAll('_', ' ');
  return [
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
  ];
}

/** At once, before the server has answered with the same class. */
function showTheme(theme: string): void {
  const { classList } = document.documentElement;
  classList.remove('light', 'dark');
  if (theme !== 'system') classList.add(theme);
}
