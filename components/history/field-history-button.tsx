'use client';

import { memo } from 'react';
import { cn } from '../ui/cn';
import { type AskedField, nameOf, useFieldHistory } from './field-history-context';

/** The part of the document around a value and its button: while the pointer is over it, the button shows. */
export const fieldArea = 'group/field';

/** Around text with its button after it: room for the button, so that it never stands on a line of its own. */
export const roomAfter = 'pe-7';

interface FieldHistoryButtonProps extends AskedField {
  /** One of several ways to the same dialog, for a pointer: no stop of its own on the way by keyboard, none on touch. */
  extra?: boolean;
  /** It follows on text, within `roomAfter`. */
  after?: boolean;
  className?: string;
}

/**
 * Asks why a value is here. Quiet: it shows while the pointer is over the value or the keyboard is on it, and always where
 * there is no pointer that could hover. The slider, which renders the document again and again, leaves it alone.
 */
export const FieldHistoryButton = memo(function FieldHistoryButton({
  id,
  label,
  of,
  extra = false,
  after = false,
  className,
}: FieldHistoryButtonProps) {
  const { ask, load } = useFieldHistory();
  const name = `Why is this value here? ${nameOf({ label, of })}`;
  // A plain button with a drawn icon instead of `IconButton`, a fifth of its elements: each line of the document has five
  // of these, and the slider brings and takes lines at every frame.
  return (
    <button
      type="button"
      aria-label={name}
      aria-haspopup="dialog"
      tabIndex={extra ? -1 : undefined}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => ask({ id, label, of })}
      className={cn(
        'group/why relative -my-1 inline-block size-6 shrink-0 rounded-md align-middle text-ink-3 select-none',
        'hover:bg-sunken hover:text-ink print:hidden',
        after && 'ms-1 -me-7',
        extra && '[@media(hover:none)]:hidden',
        className,
      )}
    >
      <span
        aria-hidden="true"
        // The browser's own tip: forty of ours would stand in the text of the document, between its values. Within, so that
        // it describes nothing that is named already.
        title={name}
        className="absolute inset-0 before:hidden before:icon-history group-hover/field:before:block group-focus-visible/why:before:block [@media(hover:none)]:before:block"
      />
    </button>
  );
});
