'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { ChosenInput, KeepSelection } from '@/lib/invoice/chosen-input';
import { showToast } from '../ui/toast';

const unreachable = 'The server could not be reached, and nothing was changed. Try again in a moment.';

/** Has what was chosen kept, and goes to the look at what taking it back would come to. */
export function useUndoChosen(keepSelection: KeepSelection) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  /** @param filters of Activity, as its address holds them, where the page there shall begin with some */
  const start = (chosen: ChosenInput, filters = '') =>
    startTransition(async () => {
      const problem = (title: string) => void showToast({ title, tone: 'problem', id: 'undo-chosen' });
      try {
        const kept = await keepSelection({ chosen });
        if (!kept.ok) return problem(kept.refusal.message);
        router.push(`/activity/undo?chosen=${kept.id}${filters.replace(/^\?/, '&')}`);
      } catch {
        problem(unreachable);
      }
    });
  return { pending, start };
}
