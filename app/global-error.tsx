'use client';

import './globals.css';
import { ErrorState } from '@/components/ui/error-state';
import { digestOf } from './digest-of';

/** The last resort, when even the document could not be rendered: it brings its own. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <title>Retrace could not be loaded</title>
      <body className="grid min-h-dvh place-items-center bg-background font-sans text-body text-ink">
        <ErrorState title="Retrace could not be loaded" retry={retry} reference={digestOf(error)}>
          Nothing was changed. Try again; if it stays like this, the server or its database may be down.
        </ErrorState>
      </body>
    </html>
  );
}
