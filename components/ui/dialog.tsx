'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safest first and the one that does it last. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Where the focus goes on opening; by default the first field or button. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where it returns to; by default whatever had it before. */
  finalFocus?: RefObject<HTMLElement | null>;
  /** False while work is under way that a press outside must not hide. */
  dismissible?: boolean;
}

const widths = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl' };

/**
 * A modal dialog; on narrow screens a sheet at the bottom. Base UI's dialog is 24 KB: load components that use it
 * with `next/dynamic` when they open.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'small',
  initialFocus,
  finalFocus,
  dismissible = true,
}: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => (dismissible || next) && onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-black/30 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/60" />
        <BaseDialog.Popup
          initialFocus={initialFocus}
          finalFocus={finalFocus}
          className={cn(
            'fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[min(85dvh,48rem)] w-full flex-col border border-line bg-panel shadow-popup outline-none',
            'rounded-t-card sm:top-1/2 sm:bottom-auto sm:w-[calc(100vw-3rem)] sm:-translate-y-1/2 sm:rounded-card',
            'transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0',
            'sm:data-starting-style:-translate-y-[calc(50%-0.5rem)]',
            widths[size],
          )}
        >
          <div className={cn('px-5 pt-4 pb-3', dismissible && 'pe-14')}>
            <BaseDialog.Title className="text-emphasis font-semibold text-ink">{title}</BaseDialog.Title>
            {description ? (
              <BaseDialog.Description className="mt-1 text-dense text-ink-2">
                {description}
              </BaseDialog.Description>
            ) : null}
          </div>
          {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">{children}</div> : null}
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          ) : null}
          {/* Last in order, so that the focus goes to the first field or the safest button instead. */}
          {dismissible ? (
            <BaseDialog.Close
              className="absolute end-4 top-3.5"
              render={
                <IconButton label="Close" tooltip={false} size="small" icon={<X aria-hidden="true" />} />
              }
            />
          ) : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
