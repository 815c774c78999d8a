import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import type { Changes } from './event';

/**
 * The columns of an event that its hash covers, as stored and before any upcasting: all but `position`, `tx` (which
 * a logical restore stamps anew) and the hash itself.
 */
export interface HashedColumns {
  workflow: string;
  stream_id: string;
  version: number;
  type: string;
  schema_version: number;
  payload: unknown;
  changes: Changes;
  operation_id: string;
  step: number;
  cause: string;
  reverts_version: number | null;
  origin_version: number | null;
  actor_id: string;
  actor_kind: string;
  actor_name: string;
  reason: string | null;
  metadata: unknown;
  /** Microsecond text, `2026-11-10T13:13:07.123456Z`. */
  occurred_at: string;
  recorded_at: string;
}

/** First byte of what is hashed: which recipe. 1 is SHA-256 over RFC 8785 canonical JSON. */
const algorithm = 1;

/**
 * The link of an event in its stream's chain: SHA-256 over the recipe's byte, the previous event's hash (nothing for
 * the first) and the event's columns as canonical JSON (RFC 8785). Canonical, because `jsonb` forgets the order of
 * keys: plain `JSON.stringify` of a row read back never matches.
 */
export function eventHash(previous: Uint8Array | null, columns: HashedColumns): Uint8Array {
  const json = canonicalize(columns);
  if (json === undefined) throw new TypeError('An event cannot be hashed: it is not JSON.');
  const hash = sha256.create().update(Uint8Array.of(algorithm));
  if (previous) hash.update(previous);
  return hash.update(new TextEncoder().encode(json)).digest();
}
