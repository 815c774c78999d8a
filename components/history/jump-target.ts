import type { Recorded } from '@/lib/event-sourcing/event';
import { versionAt } from '@/lib/event-sourcing/replay';
import { fromTyped } from '@/lib/typed-moment';

/** Where a typed moment leads: to a version, to before there was one, or nowhere, because it is no moment. */
export type JumpTarget =
  | { kind: 'version'; version: number }
  | { kind: 'before'; instant: string }
  | { kind: 'none' };

/**
 * The last event at or before a moment as it was typed on a zone's clock.
 *
 * @param text as a field for date and time has it: `2026-11-10T14:13`, or with seconds. A second means all of it:
 *   what the history shows at 14:13:09 is found by typing 14:13:09, whatever its milliseconds.
 */
export function jumpTarget(
  events: readonly Pick<Recorded, 'occurredAt' | 'version'>[],
  text: string,
  timeZone: string,
): JumpTarget {
  const instant = fromTyped(text, timeZone);
  if (!instant) return { kind: 'none' };
  const end = `${instant.slice(0, 19)}.999999Z`;
  const version = versionAt(events, end);
  return version === 0 ? { kind: 'before', instant: end } : { kind: 'version', version };
}

/** The zones that people here mean: their own, the company's, UTC; each once. */
export function zonesToChoose(viewer: string, company: string): { value: string; label: string }[] {
  const named: [string, string][] = [
    [viewer, 'your time'],
    [company, 'the company’s time'],
    ['UTC', ''],
  ];
  const zones = new Map<string, string>();
  for (const [zone, whose] of named) if (!zones.has(zone)) zones.set(zone, whose);
  return [...zones].map(([value, whose]) => ({ value, label: whose ? `${value}, ${whose}` : value }));
}
