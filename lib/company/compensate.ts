import type { Leaf } from '../event-sourcing/event';
import type { Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { CompanyEvent } from './events';

/** What takes each event back: the same event with what was before, which the difference remembers. */
export function compensate(event: EventWithChanges<CompanyEvent>): Compensation<CompanyEvent> {
  switch (event.type) {
    case 'company_set_up':
      return {
        kind: 'irreversible',
        because: 'Everything here goes by the company’s settings, so there must be some.',
        alternatives: [{ action: 'change_company_details', label: 'Change what is wrong in them' }],
      };
    case 'company_details_changed':
    case 'time_zone_changed':
    case 'currency_changed':
    case 'rounding_changed':
    case 'approval_limit_changed':
    case 'payment_reference_changed':
      return by({ type: event.type, payload: before(event) } as CompanyEvent);
    case 'number_series_changed': {
      const { series } = event.payload;
      return by(
        { type: event.type, payload: { series, ...before(event, `series.${series}.`) } },
        'Numbers that were handed out meanwhile stay as they are.',
      );
    }
  }
}

const by = (event: CompanyEvent, consequence?: string): Compensation<CompanyEvent> =>
  consequence ? { kind: 'event', event, consequence } : { kind: 'event', event };

/** The leaves below a prefix as they were before the event. */
function before(event: EventWithChanges<CompanyEvent>, prefix = ''): Record<string, Leaf> {
  const leaves: Record<string, Leaf> = {};
  for (const [path, { from }] of Object.entries(event.changes))
    if (path.startsWith(prefix) && from !== undefined) leaves[path.slice(prefix.length)] = from;
  return leaves;
}

/** The same event again; the set-up is never taken back, so it is never put back. */
export const reapply = (event: CompanyEvent): CompanyEvent => event;

/** An amount means something in its currency only. */
export function restsOn(event: EventWithChanges<CompanyEvent>): readonly string[] {
  return event.type === 'approval_limit_changed' ? ['currency'] : [];
}
