import type { DescribedChange, EventWithChanges } from '../event-sourcing/workflow';
import type { Customer } from './customer';
import type { CustomerEvent } from './events';

const labels: Record<string, string> = {
  name: 'Name',
  email: 'Email',
  address: 'Address',
  taxId: 'Tax id',
  archived: 'Archived',
};

/** The difference an event made, as people read it; a note that came or went is one row. */
export function describeChanges(
  event: EventWithChanges<CustomerEvent>,
  _before: Customer,
  _after: Customer,
): readonly DescribedChange[] {
  return Object.entries(event.changes).flatMap(([path, { from, to }]) => {
    const label = labels[path] ?? (/^notes\..+\.text$/.test(path) ? 'Note' : undefined);
    // A new customer says nothing of the mark that they don't carry.
    if (!label || (from === undefined && to === false)) return [];
    const [before, after] = [inWords(from), inWords(to)];
    if (before === undefined && after === undefined) return [];
    return [
      {
        path,
        label,
        ...(before === undefined ? {} : { from: before }),
        ...(after === undefined ? {} : { to: after }),
      },
    ];
  });
}

function inWords(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
