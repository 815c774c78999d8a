'use client';

import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { type ButtonStyle, buttonStyles } from './button-styles';
import { cn } from './cn';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export interface ButtonProps extends ComponentProps<'button'>, Pick<ButtonStyle, 'variant' | 'size'> {
  /** Work is under way: shows a spinner, keeps focus, and swallows further clicks. */
  pending?: boolean;
  /**
   * Why this can't be done now. The button stays focusable, is announced as disabled with this reason,
   * and shows it on hover, focus and tap.
   */
  disabledReason?: string | null;
  /** Pressed while it can't be done: says more than the reason, such as what can be done instead. */
  onRefused?: (() => void) | undefined;
  /** An icon before the label. */
  icon?: ReactNode;
  /** Words shown on hover and focus while the button can be pressed. */
  hint?: string;
}

/**
 * A button. When it can't be pressed it is `aria-disabled` rather than `disabled`: the native attribute would take
 * it out of the tab order, and with it the focus and the reason. It is the same element in every state, so a button
 * that refuses after a press keeps the focus it had.
 */
export function Button({
  variant,
  size,
  pending = false,
  disabledReason,
  onRefused,
  icon,
  hint,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const tooltipId = useId();
  const refused = Boolean(disabledReason);
  const inert = refused || pending;
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (refused && !pending) onRefused?.();
  };
  return (
    <Tooltip id={tooltipId} content={disabledReason || hint} showOnTap={refused && !onRefused}>
      <button
        type={type}
        {...rest}
        className={cn(buttonStyles({ variant, size }), pending && 'cursor-progress', className)}
        aria-disabled={inert || rest['aria-disabled']}
        aria-busy={pending || undefined}
        aria-describedby={refused ? tooltipId : rest['aria-describedby']}
        data-refused={refused || undefined}
        onClick={inert ? swallow : onClick}
      >
        {pending ? <Spinner /> : icon}
        {children}
      </button>
    </Tooltip>
  );
}
