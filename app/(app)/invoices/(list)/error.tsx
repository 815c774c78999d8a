'use client';

import { useEffect } from 'react';
import { digestOf } from '@/app/digest-of';
import { ErrorState } from '@/components/ui/error-state';

/** The list could not be read: most likely its database is away. */
export default function InvoicesError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => console.error(error), [error]);
  return (
    <ErrorState
      className="px-page py-10"
      title={<h1>The invoices could not be loaded</h1>}
      retry={retry}
      reference={digestOf(error)}
    >
      Nothing was changed. The database may be away for a moment: try again. If it stays like this, tell an
      admin.
    </ErrorState>
  );
}
