'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { loadPart } from '@/components/ui/load-part';
import type { Person } from '@/lib/access';
import { createOffers, type Offer, type OfferSource, type OfferStore } from './offers';
import { isMeantElsewhere } from './shortcuts';

const CommandPalette = dynamic(
  () => loadPart(() => import('./command-palette').then((module) => module.CommandPalette)),
  { ssr: false },
);
const ShortcutsSheet = dynamic(
  () => loadPart(() => import('./shortcuts-sheet').then((module) => module.ShortcutsSheet)),
  { ssr: false },
);

type Part = 'palette' | 'shortcuts';

interface Commands {
  offers: OfferStore;
  open(part: Part): void;
}

const Context = createContext<Commands | null>(null);

interface CommandsProviderProps {
  person: Person;
  /** The zone in which times are written now. */
  timeZone: string;
  children: ReactNode;
}

/** The command palette and the sheet of shortcuts, on every page. Both load when they are first opened. */
export function CommandsProvider({ person, timeZone, children }: CommandsProviderProps) {
  const [opened, setOpened] = useState<{ part: Part; open: boolean } | null>(null);
  const commands = useMemo<Commands>(
    () => ({ offers: createOffers(), open: (part) => setOpened({ part, open: true }) }),
    [],
  );
  const { offers, open } = commands;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const part = partOf(event);
      if (!part || event.repeat || event.isComposing || isMeantElsewhere(event)) return;
      event.preventDefault();
      open(part);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [open]);

  const state = {
    open: opened?.open ?? false,
    onClose: () => setOpened((now) => now && { ...now, open: false }),
  };
  return (
    <Context value={commands}>
      {children}
      {opened?.part === 'palette' ? (
        <CommandPalette
          {...state}
          person={person}
          timeZone={timeZone}
          offers={offers}
          onShortcuts={() => open('shortcuts')}
        />
      ) : null}
      {opened?.part === 'shortcuts' ? <ShortcutsSheet {...state} /> : null}
    </Context>
  );
}

function partOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Part | null {
  if (altKey) return null;
  // Either key on any machine: nobody has to know which keyboard is plugged into what.
  if (ctrlKey !== metaKey && key.toLowerCase() === 'k') return 'palette';
  return key === '?' && !ctrlKey && !metaKey ? 'shortcuts' : null;
}

/** The way to open them. Throws outside of the signed-in pages. */
export function useCommands(): Commands {
  const commands = useContext(Context);
  if (!commands) throw new Error('useCommands needs a CommandsProvider above it.');
  return commands;
}

/** Offers what can be done on this page to the palette, while it is shown. Keep `offer` the same while it says the same. */
export function useOffer(source: OfferSource, offer: Offer): void {
  const { offers } = useCommands();
  useEffect(() => {
    offers.set(source, offer);
    return () => offers.set(source, undefined);
  }, [offers, source, offer]);
}
