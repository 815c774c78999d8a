'use client';

import { Bookmark, Check } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import type { SavedView, ViewActions, ViewPage } from '@/lib/saved-view';
import { useOffer } from '../shell/commands-context';
import { loadPart } from '../ui/load-part';
import { MenuButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { useViewChanges, viewHref } from './use-view-changes';

const ViewDialog = dynamic(
  () => loadPart(() => import('./view-dialog').then((module) => module.ViewDialog)),
  { ssr: false },
);

interface ViewsMenuProps {
  page: ViewPage;
  views: readonly SavedView[];
  actions: ViewActions;
  /** The id in the address: which of them was opened. */
  opened: string | null;
  /** What the page shows, as a view would keep it. */
  current: string;
}

/** The reader's saved views of this page: opens them, and says whether what is shown is still what was opened. */
export function ViewsMenu({ page, views, actions, opened, current }: ViewsMenuProps) {
  const router = useRouter();
  const changes = useViewChanges(page, actions);
  const [asked, setAsked] = useState<'new' | 'name' | null>(null);
  const view = views.find(({ id }) => id === opened);
  const changed = view !== undefined && view.address !== current;
  const opening = views.map((each): MenuItem => {
    const here = each === view;
    return {
      label: each.name,
      icon: <Check aria-hidden="true" className={here ? 'text-accent' : 'invisible'} />,
      note: here ? (changed ? 'Opened, and changed since.' : 'This is what you see.') : null,
      onSelect: () => router.push(viewHref(page, each)),
    };
  });
  const noView = view ? null : 'Open a view first.';
  const named = view ? ` “${view.name}”` : ' the view';
  const changing: MenuItem[] = [
    {
      label: `Update${named}`,
      disabledReason: noView ?? (changed ? null : 'It is what you see.'),
      onSelect: () => view && void changes.update(view, current),
    },
    { label: `Rename${named}…`, disabledReason: noView, onSelect: () => setAsked('name') },
    { label: `Delete${named}`, disabledReason: noView, onSelect: () => view && void changes.remove(view) },
  ];
  const items: MenuItem[] = [
    { kind: 'heading', label: views.length > 0 ? 'Your views' : 'You have saved no view of this page yet.' },
    ...opening,
    { kind: 'separator' },
    { label: 'Save as a new view…', onSelect: () => setAsked('new') },
    ...(views.length > 0 ? changing : []),
  ];
  const offer = useCallback(
    (): MenuItem[] => [
      ...views.map((each) => ({
        label: `View: ${each.name}`,
        icon: <Bookmark aria-hidden="true" />,
        onSelect: () => router.push(viewHref(page, each)),
      })),
      {
        label: 'Save what is shown as a view…',
        icon: <Bookmark aria-hidden="true" />,
        onSelect: () => setAsked('new'),
      },
    ],
    [views, page, router],
  );
  useOffer('views', offer);
  return (
    <>
      <MenuButton items={items} icon={<Bookmark aria-hidden="true" />} className="max-w-60">
        <span className="truncate">
          {view ? (
            <>
              View: <bdi>{view.name}</bdi>
              {changed ? ', changed' : null}
            </>
          ) : (
            'Views'
          )}
        </span>
      </MenuButton>
      {asked === 'new' ? (
        <ViewDialog
          title="Save this view"
          description="Filters, order and moment as they are now. Only you see it."
          name=""
          onSave={(name) => changes.save(name, current)}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'name' && view ? (
        <ViewDialog
          title="Rename this view"
          name={view.name}
          onSave={(name) => changes.rename(view, name)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
