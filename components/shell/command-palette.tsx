'use client';

import { ListChecks } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { CommandDialog } from '@/components/ui/command-dialog';
import {
  beginningFirst,
  type Command,
  type CommandGroup,
  isMatch,
  matchingGroups,
} from '@/components/ui/command-groups';
import type { MenuItem } from '@/components/ui/menu-items';
import type { Person } from '@/lib/access';
import type { FoundGroup } from '@/lib/found-records';
import { type OfferStore, offered } from './offers';
import { iconOf, placesFor } from './places';
import { usePreferenceCommands } from './preference-commands';
import { type RecordSearch, useRecordSearch } from './use-record-search';

interface CommandPaletteProps {
  open: boolean;
  onClose(): void;
  onShortcuts(): void;
  offers: OfferStore;
  person: Person;
  timeZone: string;
}

/** While it is shut nothing is listened to: the slider offers something else with every step. */
const never = () => () => undefined;

/** Everything that can be done from here, by typing a part of its name: places, this record, other records, preferences. */
export function CommandPalette({
  open,
  onClose,
  onShortcuts,
  offers,
  person,
  timeZone,
}: CommandPaletteProps) {
  const [typed, setTyped] = useState('');
  const router = useRouter();
  const search = useRecordSearch(open ? typed : '');
  const here = useSyncExternalStore(open ? offers.subscribe : never, offers.read, offers.read);
  // Asks the planner, which takes longer than a key press should.
  const atFirstSight = typed.trim() === '';
  const record = useMemo(
    () => (open ? commandsOf(offered(here, atFirstSight)) : []),
    [open, here, atFirstSight],
  );
  const views = useMemo(() => (open ? commandsOf(here.views?.() ?? [], 'view') : []), [open, here]);
  const preferences = usePreferenceCommands(person.role, timeZone);

  const go = (href: string) => () => router.push(href);
  const places = placesFor(person.role)
    .filter(({ isPart }) => !(atFirstSight && isPart))
    .map(
      ({ href, label, icon: Icon, refusal }): Command => ({
        id: href,
        label,
        icon: <Icon aria-hidden="true" />,
        onSelect: go(href),
        disabledReason: refusal,
      }),
    );
  const found = search.found.map(({ label, list, records }: FoundGroup): CommandGroup => {
    const Icon = iconOf(list);
    return {
      label,
      items: records
        // While the next answer is on its way, only what the new text would find as well.
        .filter(({ title, detail }) => !search.isOfBefore || isMatch(typed, `${title} ${detail ?? ''}`))
        .map(({ href, title, detail }) => ({
          id: href,
          label: title,
          detail,
          icon: <Icon aria-hidden="true" />,
          onSelect: go(href),
        })),
    };
  });
  // Found records come last: what arrives late moves nothing that somebody may be about to choose.
  const groups: CommandGroup[] = [
    ...matchingGroups(typed, [
      { label: 'This record', items: record },
      { label: 'Views', items: views },
      { label: 'Go to', items: places },
      { label: 'Preferences', items: preferences },
      {
        label: 'Help',
        items: [
          {
            id: 'shortcuts',
            label: 'Keyboard shortcuts',
            icon: <ListChecks aria-hidden="true" />,
            hint: '?',
            onSelect: onShortcuts,
          },
        ],
      },
    ]),
    ...beginningFirst(typed, found),
  ].filter(({ items }) => items.length > 0);

  const close = () => {
    setTyped('');
    onClose();
  };
  return (
    <CommandDialog
      open={open}
      onClose={close}
      title="Command palette"
      label="Search or do something"
      text={typed}
      onType={setTyped}
      groups={groups}
      pending={search.pending}
      status={<Status typed={typed.trim()} search={search} isEmpty={groups.length === 0} />}
      onKeyDown={(event) => {
        // The key that opened it closes it, and the browser's own search stays shut.
        if (event.key.toLowerCase() !== 'k' || event.ctrlKey === event.metaKey || event.altKey) return;
        event.preventDefault();
        close();
      }}
    />
  );
}

interface StatusProps {
  typed: string;
  search: RecordSearch;
  /** Nothing is in the list. */
  isEmpty: boolean;
}

/** What the list can't say: that more may come, that nothing is there, that the search failed. */
function Status({ typed, search, isEmpty }: StatusProps) {
  if (search.pending) {
    // Beside other commands the field's sign says it: a line that comes and goes would move them.
    return <p className={isEmpty ? 'px-2.5 py-6 text-center' : 'sr-only'}>Searching the records…</p>;
  }
  if (search.problem) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-2 px-2.5 py-2">
        <p>The records could not be searched. {search.problem}</p>
        <Button size="small" onClick={search.retry}>
          Try again
        </Button>
      </div>
    );
  }
  if (!isEmpty) return null;
  return (
    <div className="px-2.5 py-6 text-center text-balance">
      <p className="font-semibold wrap-anywhere text-ink">Nothing is called “{typed}”</p>
      <p className="mt-1">
        Try a part of a record’s number or name, of whom it is for, or of what you want to do.
      </p>
    </div>
  );
}

/** What a page offers, without the headings of its menus. */
function commandsOf(items: readonly MenuItem[], of = 'record'): Command[] {
  return items.flatMap((item, index) => {
    if (item.kind !== undefined && item.kind !== 'action') return [];
    const { label, icon, hint, note, onSelect, disabledReason, onRefused } = item;
    return [
      {
        id: `${of}-${index}`,
        label,
        icon,
        onSelect,
        onRefused,
        disabledReason,
        detail: note ?? null,
        ...(hint ? { hint } : {}),
      },
    ];
  });
}
