'use client';

import { useEffect } from 'react';
import { ErrorState } from '@/components/ui/error-state';
import { digestOf } from './digest-of';

/** A page outside of the shell that could not be shown. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => console.error(error), [error]);
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title="This page could not be loaded" retry={retry} reference={digestOf(error)}>
        Nothing was changed. Try again; if it stays like this, the server or its database may be down.
      </ErrorState>
    </main>
  );
}
