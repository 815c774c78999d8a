/** What a browser may choose for itself, kept in cookies so that the server renders it right at once. The first value of each is the default. */
export const preferenceValues = {
  theme: ['system', 'light', 'dark'],
  zone: ['device', 'utc'],
  clock: ['h23', 'h12'],
  undone: ['shown', 'folded'],
} as const;

export type PreferenceName = keyof typeof preferenceValues;

export type Preferences = { [Name in PreferenceName]: (typeof preferenceValues)[Name][number] };

export const preferenceCookies: Record<PreferenceName, string> = {
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
