/** What people wrote stands in our sentences without turning them around, whatever the event and the refusal. */
import { describe, expect, it } from 'vitest';
import { setUp } from './company/testing';
import { companyWorkflow } from './company/workflow';
import { customerWorkflow } from './customer/workflow';
import { diff } from './event-sourcing/changes';
import { narrate, tell } from './event-sourcing/narrate';
import type { AnyWorkflow } from './event-sourcing/workflow';
import { draft, lineId, people } from './invoice/testing';
import { eventTypes, examples } from './invoice/testing/examples';
import { invoiceWorkflow } from './invoice/workflow';
import { invited } from './person/testing';
import { personWorkflow } from './person/workflow';

/** Turns all that follows it around, until something ends it. */
const override = '\u202E';
const written = new Set([
  'name',
  'description',
  'text',
  'author',
  'requestedBy',
  'detail',
  'reference',
  'title',
  'address',
  'taxId',
  'reason',
  'memo',
]);

/** The same with an override before whatever people write. */
function turned<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (written.has(key) ? override + value : value) as T;
  if (Array.isArray(value)) return value.map((each) => turned(each, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, turned(each, name)])) as T;
}

/** What of a sentence stands outside of what is set apart in it. */
const ours = (sentence: string) => sentence.replace(/\u2068[^\u2069]*\u2069/g, '…');

interface Happened {
  type: string;
  payload: object;
}

function told(workflow: AnyWorkflow, before: readonly Happened[], event: Happened): string[] {
  const state = before.reduce((now, each) => workflow.evolve(now, each), workflow.initialState);
  const after = workflow.evolve(state, event);
  const recorded = { ...event, changes: diff(state, after) };
  const { sentence, short } = workflow.describe(recorded, state);
  const labels = workflow.describeChanges(recorded, state, after).map(({ label }) => label);
  return [sentence, short, ...labels];
}

describe('an event in words', () => {
  it.each(eventTypes)('sets apart what people wrote: %s', (type) => {
    const { before, payload } = turned(examples[type]);
    for (const words of told(invoiceWorkflow, before as readonly Happened[], { type, payload }))
      expect(ours(words)).not.toContain(override);
  });

  it('does so of customers, of people and of the company', () => {
    const details = { customerId: lineId(1), name: 'Lindqvist', email: null, address: null, taxId: null };
    const added = turned({ type: 'customer_added', payload: details });
    const note = turned({
      type: 'customer_note_added',
      payload: { note: { id: lineId(2), text: 'Calls on Mondays' } },
    });
    const words = [
      ...told(customerWorkflow, [], added),
      ...told(
        customerWorkflow,
        [added],
        turned({ type: 'customer_details_changed', payload: { name: 'Lind' } }),
      ),
      ...told(customerWorkflow, [added], note),
      ...told(customerWorkflow, [added, note], {
        type: 'customer_note_withdrawn',
        payload: { noteId: lineId(2) },
      }),
      ...told(personWorkflow, [], turned(invited)),
      ...told(personWorkflow, [turned(invited)], { type: 'role_granted', payload: { role: 'admin' } }),
      ...told(personWorkflow, [turned(invited)], { type: 'person_deactivated', payload: {} }),
      ...told(companyWorkflow, [], turned(setUp)),
      ...told(
        companyWorkflow,
        [setUp],
        turned({ type: 'company_details_changed', payload: { name: 'Northwind' } }),
      ),
    ];
    expect(words.filter((each) => each.includes(override)).length).toBeGreaterThan(4);
    for (const each of words) expect(ours(each)).not.toContain(override);
  });

  it('does so of the names of those who did it', () => {
    const record = draft();
    record.command({ ...people.bob, name: `${override}Bob` }, { type: 'change_details', memo: 'Later' });
    record.revertRow(people.mia, 2);
    const reader = { id: 'ana', formatInstant: (instant: string) => instant };
    for (const sentence of [tell(record.log, 2, reader), narrate(record.log, 3).sentence]) {
      expect(sentence).toContain(`\u2068${override}Bob\u2069`);
      expect(ours(sentence)).not.toContain(override);
    }
  });
});
