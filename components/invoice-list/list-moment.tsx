'use client';

import { History } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { loadPart } from '../ui/load-part';
import { MenuButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';

const MomentDialog = dynamic(
  () => loadPart(() => import('./moment-dialog').then((module) => module.MomentDialog)),
  { ssr: false },
);

/** Days that are often looked back at. The server reckons them: calendars are 30 KB that no list needs otherwise. */
export interface PastDays {
  yesterday: string;
  lastOfMonth: string;
}

interface ListMomentProps {
  days: PastDays;
  /** What the list is of: "invoices". */
  of: string;
  asOf: string | null;
  /** @param asOf a day, of which the end is meant, or an instant; null is now */
  onChoose(asOf: string | null): void;
}

/** Which moment the list shows: now, or any past one. Days are the company's. */
export function ListMoment({ days, of, asOf, onChoose }: ListMomentProps) {
  const [typing, setTyping] = useState(false);
  const items: MenuItem[] = [
    { kind: 'heading', label: `Show the ${of} as they were` },
    { label: 'At the end of yesterday', onSelect: () => onChoose(days.yesterday) },
    { label: 'At the end of last month', onSelect: () => onChoose(days.lastOfMonth) },
    { label: 'At another moment…', onSelect: () => setTyping(true) },
    { kind: 'separator' },
    {
      label: 'As they are now',
      disabledReason: asOf === null ? 'This is what you see.' : null,
      onSelect: () => onChoose(null),
    },
  ];
  return (
    <>
      <MenuButton items={items} icon={<History aria-hidden="true" />} className="max-sm:px-2">
        <span className="max-sm:sr-only">As of</span>
      </MenuButton>
      {typing ? (
        <MomentDialog of={of} asOf={asOf} onChoose={onChoose} onClose={() => setTyping(false)} />
      ) : null}
    </>
  );
}
