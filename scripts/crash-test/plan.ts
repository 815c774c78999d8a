import { createHash } from 'node:crypto';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { creation } from '@/lib/invoice/testing';

/** One request of the plan, and how many events it appends: all of them, or none. */
export interface PlannedRequest {
  streamId: string;
  operationId: string;
  command: InvoiceCommand;
  events: number;
}

const changes = 10;

/**
 * What a crash test writes: for each record a creation, changes that append two events each, lines, and a number from
 * the series. The same seed makes the same requests with the same ids, as a client does that asks again after it got
 * no answer.
 */
export function crashPlan(seed: string, records: number): PlannedRequest[][] {
  return Array.from({ length: records }, (_, record) => {
    const idOf = (name: string) => uuidOf(`${seed}/${record}/${name}`);
    const streamId = idOf('record');
    const request = (name: string, command: InvoiceCommand, events: number): PlannedRequest => ({
      streamId,
      operationId: idOf(name),
      command,
      events,
    });
    const list = [request('create', creation(1, streamId), 1)];
    for (let n = 1; n <= changes; n++) {
      const dueDate = `2026-12-${String(n).padStart(2, '0')}`;
      const details: InvoiceCommand = { type: 'change_details', memo: `Change ${n}`, dueDate };
      list.push(request(`details ${n}`, details, 2));
      const line = {
        id: idOf(`line ${n}`),
        description: `Line ${n}`,
        quantity: '1',
        unitPrice: n,
        taxRate: 0,
      };
      list.push(request(`line ${n}`, { type: 'add_line', line }, 1));
    }
    list.push(request('finalize', { type: 'finalize_invoice' }, 1));
    return list;
  });
}

/** A UUID (version 4 by its form) that is the same for the same name. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
