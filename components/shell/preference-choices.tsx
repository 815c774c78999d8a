'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import type { MenuItem } from '@/components/ui/menu-items';
import type { PreferenceName, Preferences } from '@/lib/preferences';
import { usePreferences } from './preferences-context';

type Choice = Extract<MenuItem, { kind: 'choice' }>;

/** How things look to me, each a choice of one. */
export interface PreferenceChoices {
  theme: Choice;
  zone: Choice;
  clock: Choice;
  times: Choice;
}

/**
 * The choices of the person's menu, of their account and of the command palette.
 *
 * @param timeZone in which times are written now
 */
export function usePreferenceChoices(timeZone: string): PreferenceChoices {
  const { chosen, choose } = usePreferences();
  const set = (name: PreferenceName) => (value: string) => {
    if (name === 'theme') showTheme(value);
    choose(name, value as Preferences[typeof name]);
  };
  const named = timeZone.replaceAll('_', ' ');
  const known = [
    { value: 'device', label: chosen.zone === 'device' ? named : 'This device’s zone' },
    { value: 'company', label: 'The company’s zone' },
    { value: 'utc', label: 'UTC' },
  ];
  const isKnown = known.some(({ value }) => value === chosen.zone);
  return {
    theme: {
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
    zone: {
      kind: 'choice',
      label: 'Time zone',
      value: chosen.zone,
      onChange: set('zone'),
      options: isKnown ? known : [...known, { value: chosen.zone, label: chosen.zone.replaceAll('_', ' ') }],
    },
    clock: {
      kind: 'choice',
      label: 'Clock',
      value: chosen.clock,
      onChange: set('clock'),
      options: [
        { value: 'h23', label: '24 hours, 14:13' },
        { value: 'h12', label: '12 hours, 2:13 PM' },
      ],
    },
    times: {
      kind: 'choice',
      label: 'Times',
      value: chosen.times,
      onChange: set('times'),
      options: [
        { value: 'relative', label: 'Relative, 3 days ago' },
        { value: 'absolute', label: 'Absolute, 23 Nov 2026' },
      ],
    },
  };
}

/** At once, before the server has answered with the same class. */
function showTheme(theme: string): void {
  const { classList } = document.documentElement;
  classList.remove('light', 'dark');
  if (theme !== 'system') classList.add(theme);
}
