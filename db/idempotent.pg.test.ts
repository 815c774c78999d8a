import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '@/lib/invoice/testing';
import { readStream } from './event-store';
import { command, createDraft, expectOk, undo } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('a repeated request', () => {
  it('case 27: appends nothing and gets the first answer, as after a crash between the commit and the answer', async () => {
    const streamId = await createDraft(test.app);
    const request = { type: 'change_details', memo: 'Once' } as const;
    const operationId = randomUUID();
    const first = expectOk(await command(test.app, streamId, request, { operationId }));
    const again = expectOk(await command(test.app, streamId, request, { operationId }));
    expect(again.events).toEqual(first.events);
    expect(await readStream(test.app.$client, streamId)).toHaveLength(2);
  });

  it('appends once though it arrives many times at the same moment', async () => {
    const streamId = await createDraft(test.app);
    const operationId = randomUUID();
    const send = () => command(test.app, streamId, { type: 'change_details', memo: 'Once' }, { operationId });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await readStream(test.app.$client, streamId)).toHaveLength(2);
  });

  it('is refused under the same id with another body, or from another person', async () => {
    const streamId = await createDraft(test.app);
    const operationId = randomUUID();
    expectOk(await command(test.app, streamId, { type: 'change_details', memo: 'One' }, { operationId }));
    const other = await command(test.app, streamId, { type: 'change_details', memo: 'Two' }, { operationId });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'operation_id_used' } });
    const byBob = { operationId, actor: people.bob };
    const stolen = await command(test.app, streamId, { type: 'change_details', memo: 'One' }, byBob);
    expect(stolen).toMatchObject({ ok: false, refusal: { code: 'operation_id_used' } });
    expect(await readStream(test.app.$client, streamId)).toHaveLength(2);
  });

  it('case 24: that changes nothing appends nothing', async () => {
    const streamId = await createDraft(test.app);
    const result = expectOk(
      await command(test.app, streamId, { type: 'change_details', memo: null, dueDate: null }),
    );
    expect(result.events).toEqual([]);
    expect(await readStream(test.app.$client, streamId)).toHaveLength(1);
  });
});

describe('an event is taken back at most once', () => {
  it('case 1: a double click on Undo is one event, and both answers carry the same operation', async () => {
    const streamId = await createDraft(test.app);
    expectOk(await command(test.app, streamId, { type: 'change_details', memo: 'Mine' }));
    const asked = { button: 'list', cause: 'undo', versions: [2] } as const;
    const [a, b] = await Promise.all([undo(test.app, streamId, asked), undo(test.app, streamId, asked)]);
    expect(expectOk(a).events[0]?.operationId).toBe(expectOk(b).events[0]?.operationId);
    expect(await readStream(test.app.$client, streamId)).toHaveLength(3);
  });

  it('case 2: of two people who undo the same event one wins, and the other reads who did', async () => {
    const streamId = await createDraft(test.app);
    expectOk(await command(test.app, streamId, { type: 'change_details', memo: 'Mine' }));
    const asked = { button: 'row', version: 2 } as const;
    const answers = await Promise.all([
      undo(test.app, streamId, asked, { actor: people.bob }),
      undo(test.app, streamId, asked, { actor: people.mia }),
    ]);
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused).toHaveLength(1);
    const winner = (await readStream(test.app.$client, streamId)).at(-1)?.actor.name;
    expect(refused[0]).toMatchObject({ refusal: { code: 'already_reverted' } });
    expect(refused[0]?.ok === false && refused[0].refusal.message).toContain(`already undone by ${winner}`);
    expect(await readStream(test.app.$client, streamId)).toHaveLength(3);
  });
});
