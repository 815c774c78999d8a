'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { cn } from './cn';
import type { Command, CommandGroup } from './command-groups';
import { IconButton } from './icon-button';
import { Kbd } from './kbd';
import { menuItemStyles } from './menu-item-styles';
import { Spinner } from './spinner';

interface CommandDialogProps {
  open: boolean;
  onClose(): void;
  /** The name of the dialog. */
  title: string;
  /** The name of the field. */
  label: string;
  text: string;
  onType(text: string): void;
  /** What matches the text. */
  groups: readonly CommandGroup[];
  /** More may come. */
  pending: boolean;
  /** What else there is to say: what is under way, what was not found. Announced. */
  status: ReactNode;
  onKeyDown?(event: KeyboardEvent): void;
}

/**
 * A field over a list of commands; the focus stays in the field. What is chosen is done once the dialog has gone and the
 * focus is back where it was, so that a dialog opened by it gives the focus back to the same place. Base UI's dialog and
 * autocomplete are 70 KB: load it when it opens.
 */
export function CommandDialog(props: CommandDialogProps) {
  const { open, onClose, title, label, text, onType, groups, pending, status, onKeyDown } = props;
  const chosen = useRef<(() => void) | null>(null);
  const choose = (act: () => void) => {
    chosen.current = act;
    onClose();
  };
  const afterwards = (isOpen: boolean) => {
    const act = chosen.current;
    chosen.current = null;
    if (!isOpen) act?.();
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()} onOpenChangeComplete={afterwards}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/30 dark:bg-black/60" />
        <Dialog.Popup
          onKeyDown={onKeyDown}
          className={cn(
            'fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-xl flex-col overflow-hidden rounded-card border border-line bg-panel shadow-popup outline-none',
            'sm:inset-x-6 sm:top-[12dvh] sm:max-h-[min(76dvh,36rem)]',
          )}
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          <Autocomplete.Root
            inline
            open
            mode="none"
            items={groups}
            value={text}
            onValueChange={(value, { reason }) => reason !== 'item-press' && onType(value)}
            itemToStringValue={(command: Command) => command.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-2.5 border-b border-line ps-4 pe-2.5">
              {pending ? <Spinner /> : <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />}
              <Autocomplete.Input
                aria-label={label}
                placeholder={label}
                maxLength={200}
                spellCheck={false}
                className="h-12 min-w-0 flex-1 bg-transparent text-body text-ink outline-none placeholder:text-ink-3"
              />
              <Dialog.Close
                render={
                  <IconButton label="Close" tooltip={false} size="small" icon={<X aria-hidden="true" />} />
                }
              />
            </div>
            {/* Scrolls itself: a list that belongs to a field is walked by the field's keys, a box around it by none. */}
            <Autocomplete.List
              aria-label="Commands"
              className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-1.5 data-empty:hidden"
            >
              {(group: CommandGroup) => (
                <Autocomplete.Group key={group.label} items={group.items} className="not-first:mt-1.5">
                  <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-1 text-label font-medium text-ink-2">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => (
                      <CommandOption key={command.id} command={command} onChoose={choose} />
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <Autocomplete.Status className="px-1.5 text-dense text-ink-2">{status}</Autocomplete.Status>
          </Autocomplete.Root>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-label text-ink-2 max-sm:hidden">
            <span className="flex items-center gap-1.5">
              <Kbd>↑</Kbd>
              <Kbd>↓</Kbd> choose
            </span>
            <span className="flex items-center gap-1.5">
              <Kbd>Enter</Kbd> do it
            </span>
            <span className="flex items-center gap-1.5">
              <Kbd>Esc</Kbd> close
            </span>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface CommandOptionProps {
  command: Command;
  onChoose(act: () => void): void;
}

/** One command. What can't be done is reached all the same, says why, and may lead to what can be done instead. */
function CommandOption({ command, onChoose }: CommandOptionProps) {
  const id = useId();
  const { label, icon, detail, hint, isCurrent, disabledReason, onRefused, onSelect } = command;
  const act = disabledReason ? onRefused : onSelect;
  const below = disabledReason || detail;
  return (
    <Autocomplete.Item
      value={command}
      disabled={!act}
      {...(disabledReason ? { 'aria-disabled': true } : {})}
      aria-labelledby={`${id}-label`}
      aria-describedby={cn(below && `${id}-below`, isCurrent && `${id}-current`) || undefined}
      onClick={() => act && onChoose(act)}
      className={menuItemStyles({
        className: cn('scroll-my-2', disabledReason ? 'items-start text-ink-3' : '[&_svg]:text-ink-2'),
      })}
    >
      {/* Keeps the names in line where some have no icon. */}
      <span className="grid size-4 shrink-0 place-items-center">{icon}</span>
      <span className="min-w-0 flex-1">
        <span id={`${id}-label`} className="block wrap-anywhere">
          {label}
        </span>
        {below ? (
          <span id={`${id}-below`} className="block text-label wrap-anywhere text-ink-2">
            {below}
          </span>
        ) : null}
      </span>
      {isCurrent ? (
        <span id={`${id}-current`} className="text-label text-ink-2">
          Chosen
        </span>
      ) : null}
      {hint ? <Kbd className="max-sm:hidden">{hint}</Kbd> : null}
    </Autocomplete.Item>
  );
}
