import 'server-only';
import { viewAddress } from '@/components/saved-views/view-address';
import { database } from '@/db/client';
import { readViews } from '@/db/saved-views';
import type { SavedView, ViewActions, ViewPage } from '@/lib/saved-view';
import { changeSavedView, deleteView, saveView } from './actions/saved-views';

/** What a page is given of its reader's views. */
export interface PageViews {
  views: readonly SavedView[];
  actions: ViewActions;
}

/** Somebody's views of a page, each with its address as the page would write it today. */
export async function pageViews(personId: string, page: ViewPage): Promise<PageViews> {
  const views = await readViews(database(), personId, page);
  return {
    views: views.map((view) => ({ ...view, address: viewAddress(page, view.address) })),
    actions: { save: saveView, change: changeSavedView, remove: deleteView },
  };
}
