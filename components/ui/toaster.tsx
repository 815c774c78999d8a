'use client';

import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Toaster as SonnerToaster } from 'sonner';

const toastClasses = {
  toast:
    'flex w-full items-center gap-3 rounded-card border border-line bg-panel p-3 text-dense text-ink shadow-popup',
  content: 'min-w-0 flex-1',
  title: 'font-medium',
  description: 'text-label text-ink-2',
  actionButton:
    'h-7 shrink-0 rounded-control border border-line bg-panel px-2.5 text-dense font-medium text-ink hover:bg-sunken',
  cancelButton: 'h-7 shrink-0 rounded-control px-2.5 text-dense font-medium text-ink-2 hover:bg-sunken',
  closeButton:
    'order-last grid size-7 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunken',
};

/** On a phone the buttons of dialogs and the bar with the slider are at the bottom; there toasts come from the top. */
const narrow = '(max-width: 39.99rem)';
const watchWidth = (look: () => void) => {
  const query = matchMedia(narrow);
  query.addEventListener('change', look);
  return () => query.removeEventListener('change', look);
};

/** Does a box cover so much of another that it hides what that is about? */
function covers(over: DOMRect, { left, top, right, bottom, width, height }: DOMRect): boolean {
  const across = Math.min(over.right, right) - Math.max(over.left, left);
  const down = Math.min(over.bottom, bottom) - Math.max(over.top, top);
  return across > 0 && down > 0 && across * down > (width * height) / 4;
}

/** Toasts change over to the other edge of the window when they would cover what has the focus. */
function useOtherEdge(frame: RefObject<HTMLDivElement | null>): boolean {
  const [isOther, setIsOther] = useState(false);
  useEffect(() => {
    const look = () => {
      const focus = document.activeElement;
      if (!focus || focus === document.body || frame.current?.contains(focus)) return;
      const box = focus.getBoundingClientRect();
      const toasts = frame.current?.querySelectorAll('[data-sonner-toast]:not([data-removed="true"])') ?? [];
      if ([...toasts].some((toast) => covers(toast.getBoundingClientRect(), box))) setIsOther((was) => !was);
    };
    // Once a toast has come to rest, and whenever the focus moves.
    const element = frame.current;
    element?.addEventListener('transitionend', look);
    document.addEventListener('focusin', look);
    return () => {
      element?.removeEventListener('transitionend', look);
      document.removeEventListener('focusin', look);
    };
  }, [frame]);
  return isOther;
}

/**
 * Where toasts appear. Twelve seconds, and the clock stands still while the pointer is over them (sonner's own) or
 * the focus is among them (ours). They never stay over what has the focus. Alt+T jumps there. Loaded by `ToastHost`.
 */
export function Toaster({ onReady }: { onReady: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const isOther = useOtherEdge(frame);
  const isNarrow = useSyncExternalStore(
    watchWidth,
    () => matchMedia(narrow).matches,
    () => false,
  );
  // Sonner forgets what was shown before its own effect ran; a parent's effects run after its children's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there.
  useEffect(() => onReady(), []);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    // Sonner pauses for the pointer only. A pointer event stands in for the focus.
    const pretend = (type: string, relatedTarget: EventTarget | null) => (event: FocusEvent) => {
      const list = (event.target as Element).closest('[data-sonner-toaster]');
      const leaves = event.type === 'focusout';
      if (!list || (leaves && list.contains(event.relatedTarget as Node | null))) return;
      list.dispatchEvent(new MouseEvent(type, { bubbles: true, relatedTarget }));
    };
    const stay = pretend('mousemove', null);
    const goOn = pretend('mouseout', document.body);
    element.addEventListener('focusin', stay);
    element.addEventListener('focusout', goOn);
    return () => {
      element.removeEventListener('focusin', stay);
      element.removeEventListener('focusout', goOn);
    };
  }, []);
  return (
    <div ref={frame}>
      <SonnerToaster
        position={`${isNarrow === isOther ? 'bottom' : 'top'}-${isNarrow ? 'center' : 'right'}`}
        // Below the bar with the name, and above the one with the slider.
        mobileOffset={{ top: 60, bottom: 190 }}
        duration={12_000}
        closeButton
        visibleToasts={4}
        gap={8}
        // Sonner brings a font of its own.
        style={{ fontFamily: 'inherit' }}
        containerAriaLabel="Notifications"
        toastOptions={{
          unstyled: true,
          classNames: toastClasses,
          closeButtonAriaLabel: 'Close notification',
        }}
      />
    </div>
  );
}
