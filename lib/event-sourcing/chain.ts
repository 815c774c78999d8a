import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from './canonical-json';
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
  return linkHash(previous, canonicalJson(columns));
}

const encoder = new TextEncoder();

/** The same of columns that are canonical JSON already. */
export function linkHash(previous: Uint8Array | null, json: string, hasher: Sha256 = sha256): Uint8Array {
  const head = previous?.length ?? 0;
  const bytes = new Uint8Array(1 + head + json.length * 3);
  bytes[0] = algorithm;
  if (previous) bytes.set(previous, 1);
  const { written } = encoder.encodeInto(json, bytes.subarray(1 + head));
  return hasher(bytes.subarray(0, 1 + head + written));
}

/** SHA-256; the server passes its native one, which is several times faster than that for every platform. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
