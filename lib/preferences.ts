import { scopes } from './event-sourcing/event';
import { isTimeZone } from './format-time';

/**
 * What somebody may choose for themselves; the first value of each is the default. How things look is the browser's, kept
 * in cookies so that the server renders it right at once; what Undo takes is the person's, kept with them.
 */
export const preferenceValues = {
  theme: ['system', 'light', 'dark'],
  /** Or any zone by its name, such as `Europe/Berlin`. */
  zone: ['device', 'company', 'utc'],
  clock: ['h23', 'h12'],
  times: ['relative', 'absolute'],
  undone: ['shown', 'folded'],
  undoScope: scopes,
} as const;

export type PreferenceName = keyof typeof preferenceValues;

export type Preferences = {
  [Name in Exclude<PreferenceName, 'zone'>]: (typeof preferenceValues)[Name][number];
} & { zone: string };

export const preferenceCookies: Record<Exclude<PreferenceName, 'undoScope'>, string> = {
  theme: 'retrace-theme',
  zone: 'retrace-times',
  clock: 'retrace-clock',
  times: 'retrace-relative',
  undone: 'retrace-undone',
};

/** Where the browser leaves the name of its time zone. */
export const zoneCookie = 'retrace-zone';

/** Is this one of the values offered for that preference? */
export function isPreference(name: string, value: string): name is PreferenceName {
  if (!Object.hasOwn(preferenceValues, name)) return false;
  const offered: readonly string[] = preferenceValues[name as PreferenceName];
  return offered.includes(value) || (name === 'zone' && isTimeZone(value));
}
