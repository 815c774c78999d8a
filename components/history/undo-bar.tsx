'use client';

import { Redo2, Undo2, User, Users } from 'lucide-react';
import { useHotkeys } from 'react-hotkeys-hook';
import type { Scope } from '@/lib/event-sourcing/event';
import { usePreferences } from '../shell/preferences-context';
import { isMeantElsewhere, shortcutText } from '../shell/shortcuts';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { Kbd } from '../ui/kbd';
import { MenuIconButton } from '../ui/menu-button';
import { useIsMac } from '../ui/use-is-mac';
import { listAction } from './list-action';
import { useRecord } from './record-context';
import { useUndo } from './undo-context';

/** Undo and Redo of what I did on this record, or anybody, named by what they take. */
export function UndoBar({ className }: { className?: string }) {
  return (
    <div className={cn('flex min-w-0 items-center gap-2', className)}>
      <ListButton cause="undo" />
      <ListButton cause="redo" />
      <ScopeButton />
    </div>
  );
}

/** Whose changes the two buttons take, for who may choose. */
function ScopeButton() {
  const { rights } = useRecord();
  const { choose } = usePreferences();
  const scope = useScope();
  if (!rights.mayChangeOthersWork) return null;
  return (
    <MenuIconButton
      label={`Whose changes Undo takes: ${scope === 'anyone' ? 'anyone’s' : 'mine'}`}
      icon={scope === 'anyone' ? <Users aria-hidden="true" /> : <User aria-hidden="true" />}
      items={[
        {
          kind: 'choice',
          label: 'Undo and Redo take',
          value: scope,
          options: [
            { value: 'mine', label: 'My changes' },
            { value: 'anyone', label: 'Anyone’s changes' },
          ],
          onChange: (chosen) => choose('undoScope', chosen === 'anyone' ? chosen : 'mine'),
        },
      ]}
    />
  );
}

/** Only who may take back others' work walks everybody's actions, whatever they chose when they still might. */
export function useScope(): Scope {
  const { rights } = useRecord();
  const { chosen } = usePreferences();
  return rights.mayChangeOthersWork ? chosen.undoScope : 'mine';
}

/** The shortcuts everyone knows; rendered once a page, wherever the buttons stand. */
export function UndoShortcuts() {
  useShortcut('mod+z', 'undo');
  useShortcut('mod+shift+z, ctrl+y', 'redo');
  return null;
}

function useShortcut(keys: string, cause: 'undo' | 'redo') {
  const { askNext } = useUndo();
  const scope = useScope();
  useHotkeys(
    keys,
    (event) => {
      // A key that is held down repeats itself; it was meant once.
      if (!event.repeat) askNext(cause, scope);
    },
    { preventDefault: true, ignoreEventWhen: isMeantElsewhere, enableOnFormTags: true },
  );
}

const icons = { undo: Undo2, redo: Redo2 };

function ListButton({ cause }: { cause: 'undo' | 'redo' }) {
  const record = useRecord();
  const undo = useUndo();
  const onMac = useIsMac();
  const Icon = icons[cause];
  const { label, empty, disabledReason, onRefused, ask } = listAction(record, undo, cause, useScope());
  return (
    <Button
      icon={<Icon aria-hidden="true" />}
      disabledReason={disabledReason}
      onRefused={onRefused}
      aria-keyshortcuts={cause === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z Control+Y'}
      // The second click of a double click would take the next action, which nobody meant.
      onClick={(event) => event.detail < 2 && ask()}
      className={empty ? 'shrink-0' : 'min-w-0 shrink'}
    >
      <span className="max-w-44 truncate">{label}</span>
      <Kbd className="max-md:hidden">{shortcutText(cause, onMac)}</Kbd>
    </Button>
  );
}
