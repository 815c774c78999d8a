import { scopes } from './event-sourcing/event';

/**
 * What somebody may choose for themselves; the first value of each is the default. How things look is the browser's, kept
 * in cookies so that the server renders it right at once; what Undo takes is the person's, kept with them.
 */
export const preferenceValues = {
  theme: ['system', 'light', 'dark'],
  zone: ['device', 'utc'],
  clock: ['h23', 'h12'],
  undone: ['shown', 'folded'],
  undoScope: scopes,
} as const;

export type PreferenceName = keyof typeof preferenceValues;

export type Preferences = { [Name in PreferenceName]: (typeof preferenceValues)[Name][number] };

export const preferenceCookies: Record<Exclude<PreferenceName, 'undoScope'>, string> = {
  theme: 'retrace-theme',
  zone: 'retrace-times',
  clock: 'retrace-clock',
  undone: 'retrace-undone',
};

/** Where the browser leaves the name of its time zone. */
export const zoneCookie = 'retrace-zone';

/** Is this one of the values offered for that preference? */
export function isPreference(name: string, value: string): name is PreferenceName {
  const offered: readonly string[] | undefined = (preferenceValues as Record<string, readonly string[]>)[
    name
  ];
  return offered?.includes(value) ?? false;
}
