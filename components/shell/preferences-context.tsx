'use client';

import { createContext, type ReactNode, useContext, useMemo, useOptimistic, useTransition } from 'react';
import type { PreferenceName, Preferences } from '@/lib/preferences';

interface ChosenPreferences {
  chosen: Preferences;
  /** Shows at once; remembered by the server. */
  choose<Name extends PreferenceName>(name: Name, value: Preferences[Name]): void;
}

const PreferencesContext = createContext<ChosenPreferences | null>(null);

interface PreferencesProviderProps {
  preferences: Preferences;
  setPreference(name: string, value: string): Promise<void>;
  children: ReactNode;
}

/** What this browser has chosen for itself, as the server read it. */
export function PreferencesProvider({ preferences, setPreference, children }: PreferencesProviderProps) {
  const [, startTransition] = useTransition();
  const [chosen, show] = useOptimistic(preferences, (now, change: Partial<Preferences>) => ({
    ...now,
    ...change,
  }));
  const value = useMemo<ChosenPreferences>(
    () => ({
      chosen,
      choose: (name, value) =>
        startTransition(async () => {
          show({ [name]: value });
          await setPreference(name, value);
        }),
    }),
    [chosen, show, setPreference],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** Throws outside of the signed-in pages. */
export function usePreferences(): ChosenPreferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error('usePreferences needs a PreferencesProvider above it.');
  return preferences;
}
