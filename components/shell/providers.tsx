'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { TimeProvider } from '@/components/ui/time-context';
import { ToastHost } from '@/components/ui/toast-host';
import type { CompanySettings } from '@/lib/company-settings';
import type { TimeSettings } from '@/lib/format-time';
import { CompanyProvider } from './company-context';

interface ProvidersProps {
  time: TimeSettings;
  now: string;
  company: CompanySettings;
  children: ReactNode;
}

/** What every page behind the sign-in shares: server state, state in the address, times, toasts. */
export function Providers({ time, now, company, children }: ProvidersProps) {
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
        <TimeProvider settings={time} now={now}>
          <CompanyProvider company={company}>{children}</CompanyProvider>
          <ToastHost />
        </TimeProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
