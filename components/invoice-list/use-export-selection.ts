'use client';

import { useState } from 'react';
import type { SelectionInput } from '@/lib/invoice/invoice-selection';
import { showToast } from '../ui/toast';
import { exportPath } from './export-link';

const failed = 'The file could not be made, and nothing was changed. Try again in a moment.';

/**
 * Fetches the selection as a file. Not a link: ten thousand ids fit into no address, and a form that fails would put
 * its answer in the place of the page and of all that is selected on it.
 */
export function useExportSelection(view: string) {
  const [pending, setPending] = useState(false);
  const start = async (selection: SelectionInput) => {
    setPending(true);
    try {
      const body = new FormData();
      body.set('selection', JSON.stringify(selection));
      body.set('view', view);
      const response = await fetch(exportPath, { method: 'POST', body });
      if (response.ok) save(await response.blob(), nameOf(response));
      else void showToast({ title: await reasonOf(response), tone: 'problem', id: 'export' });
    } catch {
      void showToast({ title: failed, tone: 'problem', id: 'export' });
    } finally {
      setPending(false);
    }
  };
  return { pending, start };
}

const nameOf = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'invoices.csv';

async function reasonOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => null)) as { message?: string } | null;
  return answer?.message ?? failed;
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Once the browser has had the time to take it.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
