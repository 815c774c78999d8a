'use client';

import { History, Redo2, Undo2 } from 'lucide-react';
import { useCallback } from 'react';
import { useOffer } from '../shell/commands-context';
import { shortcutText } from '../shell/shortcuts';
import type { MenuItem } from '../ui/menu-items';
import { useIsMac } from '../ui/use-is-mac';
import { useCompare } from './compare-context';
import { listAction } from './list-action';
import { useMomentInView, useRecord } from './record-context';
import { useScope } from './undo-bar';
import { useUndo } from './undo-context';
import { itemsOf } from './use-event-menu';

/** Offers Undo, Redo and what can be done with the moment in view to the command palette. */
export function RecordCommands() {
  const record = useRecord();
  const undo = useUndo();
  const compare = useCompare();
  const scope = useScope();
  const onMac = useIsMac();
  const { version, isPast, returnToNow } = useMomentInView();
  const items = useCallback((): readonly MenuItem[] => {
    const list = (cause: 'undo' | 'redo'): MenuItem => {
      const { label, disabledReason, onRefused, ask } = listAction(record, undo, cause, scope);
      return {
        label,
        icon: cause === 'undo' ? <Undo2 aria-hidden="true" /> : <Redo2 aria-hidden="true" />,
        hint: shortcutText(cause, onMac),
        onSelect: ask,
        disabledReason: disabledReason ?? null,
        onRefused,
      };
    };
    const back: MenuItem = {
      label: 'Return to now',
      icon: <History aria-hidden="true" />,
      onSelect: returnToNow,
    };
    // An event is undone from its own row, where one sees which it is.
    const [, ...ofMoment] = itemsOf(
      { log: record.log, narration: record.loaded.narration(version) },
      { undo, compare },
      version,
    );
    return [list('undo'), list('redo'), ...(isPast ? [back] : []), ...ofMoment];
  }, [record, undo, compare, scope, onMac, version, isPast, returnToNow]);
  useOffer('history', items);
  return null;
}
