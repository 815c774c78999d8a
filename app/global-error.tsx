'use client';

import './globals.css';
import { PageProblem } from '@/components/ui/page-problem';

/** The last resort, when even the document could not be rendered: it brings its own. */
export default function GlobalError(problem: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <title>Retrace could not be loaded</title>
      <body className="grid min-h-dvh place-items-center bg-background font-sans text-body text-ink">
        <PageProblem title={<h1>Retrace could not be loaded</h1>} {...problem} />
      </body>
    </html>
  );
}
