import { expect, test } from 'vitest';
import { draft, people } from '@/lib/invoice/testing';
import { packEvents, unpackEvents } from './packed-events';

test('what is packed comes out the same, but for the fingerprint of the request; what is shared is kept once', () => {
  const record = draft();
  record.command(people.bob, { type: 'change_details', memo: 'A' });
  record.revertRow(people.mia, 2);
  const events = record.log.events.map((event) => ({
    ...event,
    metadata: { ...event.metadata, channel: 'page', request_hash: `of ${event.version}` },
  }));
  const unpacked = unpackEvents(JSON.parse(JSON.stringify(packEvents(events))));
  expect(unpacked).toEqual(
    events.map(({ metadata: { request_hash: _, ...metadata }, ...event }) => ({ ...event, metadata })),
  );
  expect(unpackEvents(packEvents([]))).toEqual([]);
});
