import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDraft } from './testing/invoices';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await createDraft(test.app);
});
afterAll(() => test.drop());

/** The message and SQLSTATE of a statement that must be refused. */
async function refusal(
  db: TestDatabase['app'],
  statement: string,
): Promise<{ code: string; message: string }> {
  const client = await db.$client.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
  } catch (error) {
    return error as { code: string; message: string };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
  throw new Error(`This was allowed: ${statement}`);
}

const insufficientPrivilege = '42501';

describe('the app’s role', () => {
  it.each([
    "UPDATE events SET reason = 'forged'",
    'DELETE FROM events',
    'TRUNCATE events',
    'SELECT * FROM events FOR UPDATE',
    'ALTER TABLE events DISABLE TRIGGER ALL',
    'DROP TRIGGER events_append_only ON events',
    'SET session_replication_role = replica',
    `INSERT INTO events (tx, workflow, stream_id, version, type, schema_version, payload, changes, operation_id, step,
       cause, actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash)
     SELECT '1', workflow, stream_id, 99, type, schema_version, payload, changes, operation_id, step,
       cause, actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash FROM events LIMIT 1`,
    "SELECT retrace_grant_app('retrace_app')",
  ])('may not %s', async (statement) => {
    expect((await refusal(test.app, statement)).code).toBe(insufficientPrivilege);
  });
});

describe('the owner', () => {
  it.each(["UPDATE events SET reason = 'forged'", 'DELETE FROM events', 'TRUNCATE events'])(
    'is stopped by a trigger that says what to do instead: %s',
    async (statement) => {
      const { message } = await refusal(test.owner, statement);
      expect(message).toContain('Events are never changed or removed');
    },
  );

  it('is no superuser', async () => {
    const { rows } = await test.owner.$client.query(
      'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
    );
    expect(rows[0].rolsuper).toBe(false);
  });
});

describe('the views for plain SQL', () => {
  it.each(['invoice_events', 'standing_invoice_events'])(
    '%s refuses an INSERT and points to the command line',
    async (view) => {
      const error = await refusal(test.app, `INSERT INTO ${view} (event_type) VALUES ('payment_received')`);
      expect(error).toMatchObject({ hint: expect.stringContaining('npm run retrace') });
    },
  );
});
