'use client';

import { ListChecks, ReceiptText, User } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { CommandDialog } from '@/components/ui/command-dialog';
import { type Command, type CommandGroup, isMatch, matchingGroups } from '@/components/ui/command-groups';
import type { MenuItem } from '@/components/ui/menu-items';
import type { Person } from '@/lib/access';
import type { FoundRecord } from '@/lib/found-records';
import { type OfferStore, offered } from './offers';
import { placesFor } from './places';
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
  const places = placesFor(person.role).map(
    ({ href, label, icon: Icon, refusal }): Command => ({
      id: href,
      label,
      icon: <Icon aria-hidden="true" />,
      onSelect: go(href),
      disabledReason: refusal,
    }),
  );
  const foundIn = (path: string, icon: ReactNode, records: readonly FoundRecord[]): Command[] =>
    records
      // While the next answer is on its way, only what the new text would find as well.
      .filter(({ title, detail }) => isMatch(typed, `${title} ${detail ?? ''}`))
      .map(({ id, title, detail }) => ({
        id,
        label: title,
        detail,
        icon,
        onSelect: go(`/${path}/${id}`),
      }));
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
    {
      label: 'Invoices',
      items: foundIn('invoices', <ReceiptText aria-hidden="true" />, search.found.invoices),
    },
    { label: 'Customers', items: foundIn('customers', <User aria-hidden="true" />, search.found.customers) },
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
    return (
      <p className={isEmpty ? 'px-2.5 py-6 text-center' : 'sr-only'}>Searching invoices and customers…</p>
    );
  }
  if (search.problem) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-2 px-2.5 py-2">
        <p>Invoices and customers could not be searched. {search.problem}</p>
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
        Try a part of an invoice’s number, of a customer’s name, or of what you want to do.
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
