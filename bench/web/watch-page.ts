import type { BrowserContext, Page } from 'playwright-core';

/** What the script in the page has seen so far; in milliseconds, `cls` in the browser's own measure. */
export interface Seen {
  lcp: number;
  cls: number;
  inp: number;
}

/**
 * Watches every page of a browser from its first moment on, with the browser's own observers and by the rules of the
 * Core Web Vitals: layout shifts count in windows of five seconds that a second's rest ends, and of the interactions the
 * slowest one counts, leaving out one in fifty.
 */
export async function watchPages(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let lcp = 0;
    let cls = 0;
    let session = { value: 0, from: 0, last: 0 };
    const interactions = new Map<number, number>();
    const observe = (type: string, hear: (entry: PerformanceEntry) => void, more: object = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({
        type,
        buffered: true,
        ...more,
      });
    observe('largest-contentful-paint', ({ startTime }) => {
      lcp = startTime;
    });
    observe('layout-shift', (entry) => {
      const { value, hadRecentInput, startTime: at } = entry as unknown as LayoutShiftEntry;
      if (hadRecentInput) return;
      const goesOn = at - session.last < 1000 && at - session.from < 5000;
      session = goesOn
        ? { value: session.value + value, from: session.from, last: at }
        : { value, from: at, last: at };
      cls = Math.max(cls, session.value);
    });
    const interaction = (entry: PerformanceEntry) => {
      const { interactionId, duration } = entry as unknown as { interactionId: number; duration: number };
      if (interactionId)
        interactions.set(interactionId, Math.max(interactions.get(interactionId) ?? 0, duration));
    };
    observe('event', interaction, { durationThreshold: 16 });
    observe('first-input', interaction);
    interface LayoutShiftEntry {
      value: number;
      hadRecentInput: boolean;
      startTime: number;
    }
    Object.assign(window, {
      retraceSeen: () => {
        const slowest = [...interactions.values()].sort((a, b) => b - a);
        return { lcp, cls, inp: slowest[Math.floor(slowest.length / 50)] ?? 0 };
      },
    });
  });
}

/** What was seen in this page. Observers are told after a frame, so one is waited for. */
export function seenIn(page: Page): Promise<Seen> {
  return page.evaluate(
    () =>
      new Promise<Seen>((resolve) => {
        const { retraceSeen } = window as unknown as { retraceSeen(): Seen };
        requestAnimationFrame(() => setTimeout(() => resolve(retraceSeen())));
      }),
  );
}
