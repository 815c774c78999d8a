'use client';

import { Redo2, Undo2, User, Users } from 'lucide-react';
import { useHotkeys } from 'react-hotkeys-hook';
import type { Scope } from '@/lib/event-sourcing/event';
import { listRequest } from '@/lib/event-sourcing/plan';
import { usePreferences } from '../shell/preferences-context';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { Kbd } from '../ui/kbd';
import { MenuIconButton } from '../ui/menu-button';
import { useRecord } from './record-context';
import { describeRequest } from './request-words';
import { useUndo } from './undo-context';
import { useIsMac } from './use-is-mac';

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
function useScope(): Scope {
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

/** Not inside fields, dialogs and menus: there the keys belong to what is open. The slider is no field. */
function useShortcut(keys: string, cause: 'undo' | 'redo') {
  const { log, rights } = useRecord();
  const { ask } = useUndo();
  const scope = useScope();
  useHotkeys(
    keys,
    (event) => {
      const elsewhere = document.querySelector('[role="dialog"], [role="menu"]');
      // A key that is held down repeats itself; it was meant once.
      if (!elsewhere && !event.repeat) ask(listRequest(log.history, rights.actorId, cause, scope));
    },
    { preventDefault: true, ignoreEventWhen: isInField, enableOnFormTags: true },
  );
}

function isInField({ target }: KeyboardEvent): boolean {
  const element = target as HTMLElement;
  if (element instanceof HTMLInputElement) return element.type !== 'range';
  return element.matches('textarea, select') || element.isContentEditable;
}

const buttons = {
  undo: {
    word: 'Undo',
    icon: Undo2,
    none: {
      mine: 'You have changed nothing here that could be undone.',
      anyone: 'There is nothing here that could be undone.',
    },
  },
  redo: {
    word: 'Redo',
    icon: Redo2,
    none: {
      mine: 'You have undone nothing here that could be redone.',
      anyone: 'You have undone nothing here, of anyone’s changes, that could be redone.',
    },
  },
};

function ListButton({ cause }: { cause: 'undo' | 'redo' }) {
  const { log, rights, locked } = useRecord();
  const { ask, refusalOf } = useUndo();
  const onMac = useIsMac();
  const scope = useScope();
  const { word, icon: Icon } = buttons[cause];
  const none = buttons[cause].none[scope];
  const request = listRequest(log.history, rights.actorId, cause, scope);
  const empty = request.versions.length === 0;
  const refusal = empty ? null : refusalOf(request);
  const shift = cause === 'redo' ? '⇧' : '';
  return (
    <Button
      icon={<Icon aria-hidden="true" />}
      disabledReason={locked ?? (empty ? none : refusal?.message)}
      onRefused={locked || empty ? undefined : () => ask(request)}
      aria-keyshortcuts={cause === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z Control+Y'}
      // The second click of a double click would take the next action, which nobody meant.
      onClick={(event) => event.detail < 2 && ask(request)}
      className={empty ? 'shrink-0' : 'min-w-0 shrink'}
    >
      <span className="max-w-44 truncate">
        {empty ? word : `${word}: ${describeRequest(log, request).short}`}
      </span>
      <Kbd className="max-md:hidden">{onMac ? `${shift}⌘Z` : `Ctrl ${shift}Z`}</Kbd>
    </Button>
  );
}
