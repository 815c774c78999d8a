'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { placeBeside } from './place-beside';

interface TooltipProps {
  /** Nothing to say: the element is rendered alone, and stays the same element when there is something later. */
  content: ReactNode;
  /** One focusable element. */
  children: ReactNode;
  side?: 'top' | 'bottom';
  /** Set by a caller that itself decides whether the element is described by the tooltip. */
  id?: string;
  /** A tap asks "why?" instead of doing something: show the answer. */
  showOnTap?: boolean;
}

const showAfter = 300;
const hideAfter = 120;

/**
 * A few words on hover and focus, in the browser's top layer so that nothing clips them.
 *
 * Written on the popover attribute rather than on Base UI's tooltip, which costs 34 KB on every page. It keeps what
 * WCAG 1.4.13 asks: Escape dismisses it, the pointer may move onto it, and it stays until then.
 */
export function Tooltip({ content, children, side = 'top', id, showOnTap = false }: TooltipProps) {
  const ownId = useId();
  const tipId = id ?? ownId;
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<number>(undefined);
  const describes = !id && Boolean(content);

  useEffect(() => {
    if (describes) anchor.current?.firstElementChild?.setAttribute('aria-describedby', tipId);
  }, [describes, tipId]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const show = () => {
    window.clearTimeout(timer.current);
    const element = anchor.current?.firstElementChild;
    if (!element || !tip.current || tip.current.matches(':popover-open')) return;
    tip.current.showPopover();
    placeBeside(tip.current, element.getBoundingClientRect(), side);
  };
  const hide = () => {
    window.clearTimeout(timer.current);
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  const soon = (what: () => void, delay: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(what, delay);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens; the element inside is the control.
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && soon(show, showAfter)}
      onPointerLeave={() => soon(hide, hideAfter)}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
      onClickCapture={showOnTap ? show : hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {content ? (
        <span
          ref={tip}
          id={tipId}
          role="tooltip"
          popover="manual"
          className="fixed inset-auto m-0 w-max max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-start text-label font-medium whitespace-normal text-background shadow-popup forced-colors:border"
        >
          {content}
        </span>
      ) : null}
    </span>
  );
}
