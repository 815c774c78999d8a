'use client';

import { Redo2, Undo2 } from 'lucide-react';
import { useHotkeys } from 'react-hotkeys-hook';
import { listRequest } from '@/lib/event-sourcing/plan';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { useRecord } from './record-context';
import { describeRequest, useUndo } from './undo-context';
import { useModifierKey } from './use-modifier-key';

/** Undo and Redo of what I did on this record, named by what they take, with the shortcuts everyone knows. */
export function UndoBar() {
  return (
    <div className="flex items-center gap-2">
      <ListButton cause="undo" />
      <ListButton cause="redo" />
    </div>
  );
}

const buttons = {
  undo: {
    word: 'Undo',
    icon: Undo2,
    hotkeys: 'mod+z',
    keys: (mod: string) => `${mod}Z`,
    none: 'You have changed nothing here that could be undone.',
  },
  redo: {
    word: 'Redo',
    icon: Redo2,
    hotkeys: 'mod+shift+z, ctrl+y',
    keys: (mod: string) => `⇧${mod}Z`,
    none: 'You have undone nothing here that could be redone.',
  },
};

function ListButton({ cause }: { cause: 'undo' | 'redo' }) {
  const { log, rights, locked, writing } = useRecord();
  const { ask, refusalOf } = useUndo();
  const modifier = useModifierKey();
  const { word, icon: Icon, hotkeys, keys, none } = buttons[cause];
  const request = listRequest(log.history, rights.actorId, cause);
  const empty = request.button === 'list' && request.versions.length === 0;
  const refusal = locked ?? (empty ? none : refusalOf(request));

  // Not inside fields and dialogs: there the browser's own undo is meant.
  useHotkeys(
    hotkeys,
    () => {
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (!writing) ask(request);
    },
    { preventDefault: true, enableOnFormTags: ['range'] as never },
  );
  return (
    <Button
      icon={<Icon aria-hidden="true" />}
      disabledReason={refusal}
      aria-keyshortcuts={cause === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z Control+Y'}
      onClick={() => ask(request)}
    >
      <span className="max-w-44 truncate">
        {empty ? word : `${word}: ${describeRequest(log, request).short}`}
      </span>
      <Kbd className="max-md:hidden">{keys(modifier)}</Kbd>
    </Button>
  );
}
