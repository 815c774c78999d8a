'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { TimeProvider } from '@/components/ui/time-context';
import { ToastHost } from '@/components/ui/toast-host';
import type { DecisionSettings } from '@/lib/decision-settings';
import type { TimeSettings } from '@/lib/format-time';
import type { Preferences } from '@/lib/preferences';
import { CompanyProvider } from './company-context';
import { LiveProvider } from './live-context';
import { PreferencesProvider } from './preferences-context';

interface ProvidersProps {
  time: TimeSettings;
  now: string;
  company: DecisionSettings;
  preferences: Preferences;
  setPreference(name: string, value: string): Promise<void>;
  children: ReactNode;
}

/** What every page behind the sign-in shares: server state, state in the address, times, toasts. */
export function Providers({ time, now, company, preferences, setPreference, children }: ProvidersProps) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // The live connection says when something changed; a focused tab need not ask again.
          queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 2, networkMode: 'always' },
          // Offline, a write fails and says so; the default would hold it back and leave it looking saved.
          mutations: { networkMode: 'always' },
        },
      }),
  );
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <TimeProvider settings={time} absolute={preferences.times === 'absolute'} now={now}>
          <PreferencesProvider preferences={preferences} setPreference={setPreference}>
            <CompanyProvider company={company}>
              <LiveProvider>{children}</LiveProvider>
            </CompanyProvider>
          </PreferencesProvider>
          <ToastHost />
        </TimeProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
