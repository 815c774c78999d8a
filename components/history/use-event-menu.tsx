'use client';

import { Columns2, Link2, Redo2, RotateCcw, Undo2 } from 'lucide-react';
import type { Narration } from '@/lib/event-sourcing/narrate';
import type { RevertRequest } from '@/lib/event-sourcing/plan';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import type { MenuItem } from '../ui/menu-items';
import { showToast } from '../ui/toast';
import { useCompare } from './compare-context';
import { useRecord } from './record-context';
import { type RequestRefusal, type Undo, useUndo } from './undo-context';

/** What can be done with one event. What can't is there too, with the reason and what to do instead. */
export function useEventMenu(version: number): () => readonly MenuItem[] {
  const { log, loaded } = useRecord();
  const undo = useUndo();
  const compare = useCompare();
  return () => itemsOf({ log, narration: loaded.narration(version) }, { undo, compare }, version);
}

interface Ways {
  undo: Undo;
  compare(version: number): void;
}

/** The first is the undo of the event itself. */
export function itemsOf(
  { log, narration }: { log: RecordLog; narration: Narration },
  { undo, compare }: Ways,
  version: number,
): readonly MenuItem[] {
  const { version: newest } = log;
  // An event undone is put back, and so is what an undo took, unless somebody has already.
  const reapply = narration.undoes === undefined ? !narration.inForce : narration.undoes;
  const restore = { button: 'restore', version } as const;
  const isNear = version > log.start.version;
  return [
    {
      label: reapply ? 'Re-apply this change' : 'Undo this change',
      icon: reapply ? <Redo2 aria-hidden="true" /> : <Undo2 aria-hidden="true" />,
      tone: 'undo',
      ...(isNear
        ? waysOf(undo, rowRequest(log, version))
        : later(undo, version, 'row', (whole) => rowRequest(whole, version))),
    },
    {
      label: 'Restore to this point',
      icon: <RotateCcw aria-hidden="true" />,
      tone: 'undo',
      ...(isNear ? waysOf(undo, restore) : later(undo, version, 'restore', () => restore)),
    },
    {
      label: 'Compare with now',
      icon: <Columns2 aria-hidden="true" />,
      disabledReason: version === newest ? 'This is now.' : null,
      onSelect: () => compare(version),
    },
    {
      label: 'Copy link to this moment',
      icon: <Link2 aria-hidden="true" />,
      onSelect: () => void copyLink(version),
    },
  ];
}

/** The row of a change speaks for its newest undo or redo; the row of an undo only for itself. */
function rowRequest({ history }: RecordLog, version: number): RevertRequest {
  const base = history.baseOf(version);
  return { button: 'row', version: base === version ? history.tipOf(base) : version };
}

/** What was long ago can't be told before everything since is here; that is loaded when somebody asks. */
function later(
  undo: Undo,
  version: number,
  button: 'row' | 'restore',
  request: (log: RecordLog) => RevertRequest,
) {
  const onSelect = () => undo.askOf(version, request);
  return { onSelect, disabledReason: undo.lockOn(button) };
}

/** Where others stand in the way there is something to choose from; where nothing takes it back, only something else. */
const negotiable = new Set(['in_the_way', 'invariant']);

/** What choosing an item does: what can't be done says why, and leads to what can be done instead. */
function waysOf({ ask, refusalOf }: Undo, request: RevertRequest) {
  const refusal = refusalOf(request);
  const onSelect = () => ask(request);
  if (!refusal) return { onSelect };
  if (negotiable.has(refusal.code)) return { onSelect, note: noteOn(refusal) };
  const hasMore = refusal.code !== 'locked' && refusal.code !== 'same_already';
  return { onSelect, disabledReason: refusal.message, onRefused: hasMore ? onSelect : undefined };
}

/** One event in the way is told at once; more would fill the menu. */
function noteOn({ message, events }: RequestRefusal): string {
  if (events.length < 2) return message;
  return `${events.length} changes stand in the way. Choose this to see which, and what you can do.`;
}

/** The address of this page at this moment, from any other moment of it. */
async function copyLink(version: number): Promise<void> {
  const address = new URL(window.location.href);
  address.searchParams.set('version', String(version));
  try {
    await navigator.clipboard.writeText(address.href);
    void showToast({
      title: 'Link copied. It opens this record as it was after this event.',
      tone: 'success',
    });
  } catch {
    void showToast({
      title: `The browser did not allow copying. The link is ${address.href}`,
      tone: 'problem',
    });
  }
}
