'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import type { SavedView, ViewActions, ViewAnswer, ViewPage } from '@/lib/saved-view';
import { newId } from '../new-id';
import { showToast } from '../ui/toast';

const lost: ViewAnswer = {
  ok: false,
  message: 'The server could not be reached, so the view was not changed. Try again in a moment.',
};

/** The address of a page in the state that a view keeps. */
export const viewHref = (page: ViewPage, { id, address }: Pick<SavedView, 'id' | 'address'>): string =>
  `/${page}${address}${address ? '&' : '?'}view=${id}`;

/** Changes one's views, says what was done, and offers to take it back. */
export function useViewChanges(page: ViewPage, actions: ViewActions) {
  const router = useRouter();
  const told = async (answer: Promise<ViewAnswer>): Promise<ViewAnswer> => {
    const known = await answer.catch(() => lost);
    if (known.ok) startTransition(() => router.refresh());
    return known;
  };
  /** What no dialog stands ready for says itself why it was not done. */
  const tried = async (answer: Promise<ViewAnswer>): Promise<boolean> => {
    const known = await told(answer);
    if (!known.ok) void showToast({ title: known.message, tone: 'problem', id: 'views' });
    return known.ok;
  };
  const done = (title: string, back: () => Promise<ViewAnswer>) =>
    void showToast({ title, tone: 'success', action: { label: 'Undo', onClick: () => void tried(back()) } });

  return {
    save: async (name: string, address: string): Promise<ViewAnswer> => {
      const view = { id: newId(), name, address };
      const answer = await actions.save({ ...view, page }).catch(() => lost);
      if (answer.ok) {
        startTransition(() => router.replace(viewHref(page, view), { scroll: false }));
        void showToast({ title: `View “${name}” saved`, tone: 'success' });
      }
      return answer;
    },
    rename: async ({ id, name: former }: SavedView, name: string): Promise<ViewAnswer> => {
      const answer = await told(actions.change({ id, name }));
      if (answer.ok) done(`View “${former}” is now “${name}”`, () => actions.change({ id, name: former }));
      return answer;
    },
    update: async ({ id, name, address: former }: SavedView, address: string): Promise<void> => {
      if (await tried(actions.change({ id, page, address })))
        done(`View “${name}” updated`, () => actions.change({ id, page, address: former }));
    },
    remove: async (view: SavedView): Promise<void> => {
      if (await tried(actions.remove({ id: view.id })))
        done(`View “${view.name}” deleted`, () => actions.save({ ...view, page }));
    },
  };
}
