'use client';

import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { formatTime } from '@/lib/format-time';
import { placeBeside } from './place-beside';
import { useTimeSettings } from './time-context';

const showAfter = 300;
const hideAfter = 120;

const timeAt = (target: EventTarget | null): HTMLTimeElement | null =>
  target instanceof Element ? target.closest<HTMLTimeElement>('time[datetime]') : null;

/**
 * Date, seconds and zone of whichever time the pointer or the focus is on. One for the whole page: a list has a hundred
 * times, and one of them is looked at. As WCAG 1.4.13 asks, Escape dismisses it, the pointer may move onto it, and it
 * stays until then.
 */
export function TimeTip() {
  const settings = useTimeSettings();
  const id = useId();
  const tip = useRef<HTMLSpanElement>(null);
  const anchor = useRef<HTMLTimeElement>(null);
  const timer = useRef<number>(undefined);

  const place = () => {
    if (!anchor.current) return;
    if (anchor.current.isConnected && tip.current)
      placeBeside(tip.current, anchor.current.getBoundingClientRect(), 'top');
    else hide();
  };
  const hide = () => {
    window.clearTimeout(timer.current);
    anchor.current?.removeAttribute('aria-describedby');
    anchor.current = null;
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
  };
  const show = (time: HTMLTimeElement) => {
    if (!tip.current || anchor.current === time) return;
    hide();
    tip.current.textContent = formatTime(time.dateTime, 'full', settings);
    anchor.current = time;
    time.setAttribute('aria-describedby', id);
    tip.current.showPopover();
    place();
  };
  const soon = (what: () => void, delay: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(what, delay);
  };
  const onOver = useEffectEvent(({ target, pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse') return;
    const time = timeAt(target);
    const stays = target === tip.current || (anchor.current && anchor.current === document.activeElement);
    if (time) soon(() => show(time), showAfter);
    else if (stays || !anchor.current) window.clearTimeout(timer.current);
    else soon(hide, hideAfter);
  });
  const onFocus = useEffectEvent(({ target }: FocusEvent) => {
    const time = timeAt(target);
    if (time?.matches(':focus-visible')) show(time);
    else hide();
  });
  const onKey = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key === 'Escape') hide();
  });
  const onScroll = useEffectEvent(place);
  const onLeave = useEffectEvent(hide);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener('pointerover', onOver, { signal });
    document.addEventListener('focusin', onFocus, { signal });
    document.addEventListener('focusout', onLeave, { signal });
    document.addEventListener('keydown', onKey, { signal });
    document.addEventListener('scroll', onScroll, { signal, capture: true, passive: true });
    return () => {
      ended.abort();
      window.clearTimeout(timer.current);
    };
  }, []);
  return (
    <span
      ref={tip}
      id={id}
      role="tooltip"
      popover="manual"
      className="fixed inset-auto m-0 w-max max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-label font-medium text-background tabular-nums shadow-popup forced-colors:border print:hidden"
    />
  );
}
