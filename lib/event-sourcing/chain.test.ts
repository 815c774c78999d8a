import { createHash } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { eventHash, type HashedColumns } from './chain';

const columns: HashedColumns = {
  workflow: 'invoice',
  stream_id: '00000000-0000-4000-8000-000000000001',
  version: 2,
  type: 'memo_changed',
  schema_version: 1,
  payload: { memo: 'ü — “quoted” 🧾 \\ / \u2028', b: 1, a: { z: null, y: true } },
  changes: { memo: { from: null, to: 'ü' } },
  operation_id: '00000000-0000-4000-8000-000000000002',
  step: 0,
  cause: 'command',
  reverts_version: null,
  origin_version: null,
  actor_id: 'ana',
  actor_kind: 'user',
  actor_name: 'Ana Novak',
  reason: null,
  metadata: { channel: 'form' },
  occurred_at: '2026-11-10T13:13:07.123456Z',
  recorded_at: '2026-11-10T13:13:07.123456Z',
};

/** RFC 8785 of the columns, written out by hand: keys in order, no space, only what must be escaped is. */
const canonical =
  '{"actor_id":"ana","actor_kind":"user","actor_name":"Ana Novak","cause":"command",' +
  '"changes":{"memo":{"from":null,"to":"ü"}},"metadata":{"channel":"form"},' +
  '"occurred_at":"2026-11-10T13:13:07.123456Z","operation_id":"00000000-0000-4000-8000-000000000002",' +
  '"origin_version":null,"payload":{"a":{"y":true,"z":null},"b":1,"memo":"ü — “quoted” 🧾 \\\\ / \u2028"},' +
  '"reason":null,"recorded_at":"2026-11-10T13:13:07.123456Z","reverts_version":null,"schema_version":1,"step":0,' +
  '"stream_id":"00000000-0000-4000-8000-000000000001","type":"memo_changed","version":2,"workflow":"invoice"}';

const previous = Uint8Array.from({ length: 32 }, (_, index) => index);
const hash = (changed: Partial<HashedColumns> = {}, before: Uint8Array | null = previous) =>
  bytesToHex(eventHash(before, { ...columns, ...changed }));

/** The object with its keys, at every depth, in the opposite order. */
function turned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, turned(child)]),
  );
}

describe('the link of an event', () => {
  it('is SHA-256 over byte 1, the previous hash and canonical JSON', () => {
    const by = (before: Uint8Array) =>
      createHash('sha256').update(Uint8Array.of(1)).update(before).update(canonical, 'utf8').digest('hex');
    expect(hash()).toBe(by(previous));
    expect(hash({}, null)).toBe(by(new Uint8Array()));
  });

  // Chains that people keep depend on these values. If this fails, the recipe has changed: give the new one a byte of
  // its own and go on verifying the old.
  it('never changes by accident', () => {
    expect(hash()).toBe('2b4cf5da6b1a81415a737aa2d200ac30cdee5e7f86054b915ac97954466b24c1');
    expect(hash({}, null)).toBe('1f8d55b48eedbd600b0673e3e0685d9f9cf98f238cac1961fdf723b723bd7c12');
  });

  it('does not mind in which order keys come back from the database', () => {
    expect(JSON.stringify(turned(columns))).not.toBe(JSON.stringify(columns));
    expect(bytesToHex(eventHash(previous, turned(columns) as HashedColumns))).toBe(hash());
  });

  it.each(Object.keys(columns) as (keyof HashedColumns)[])('notices another %s', (column) => {
    const value = columns[column];
    const other =
      typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value} ` : { other: 1 };
    expect(hash({ [column]: other })).not.toBe(hash());
  });

  it.each<[string, Partial<HashedColumns>]>([
    ['a microsecond', { recorded_at: '2026-11-10T13:13:07.123457Z' }],
    ['null for absent', { changes: { memo: { to: 'ü' } } }],
    ['text for a number', { payload: { ...(columns.payload as object), b: '1' } }],
    ['another normal form of the same letter', { changes: { memo: { from: null, to: 'u\u0308' } } }],
    ['a value moved into another column', { actor_id: 'Ana Novak', actor_name: 'ana' }],
  ])('notices %s', (_what, changed) => expect(hash(changed)).not.toBe(hash()));

  it('notices another predecessor, or none', () => {
    const other = previous.with(31, 0);
    expect(hash({}, other)).not.toBe(hash());
    expect(hash({}, null)).not.toBe(hash());
    expect(hash({}, new Uint8Array(32))).not.toBe(hash({}, null));
  });

  it('is not made of what JSON cannot hold', () => {
    expect(() => hash({ payload: { amount: Number.NaN } })).toThrow();
    expect(() => hash({ payload: { amount: 1n } })).toThrow();
  });
});
