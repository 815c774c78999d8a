import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
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

/** The same of columns that are canonical JSON already. */
export function linkHash(
  previous: Uint8Array | null,
  json: string,
  sha256: Sha256 = portableSha256,
): Uint8Array {
  const head = new Uint8Array(1 + (previous?.length ?? 0));
  head[0] = algorithm;
  if (previous) head.set(previous, 1);
  return sha256(head, json);
}

/**
 * SHA-256 over some bytes and then a text in UTF-8. The server passes its native one, which is several times faster than
 * that for every platform and needs no copy of the text as bytes.
 */
export type Sha256 = (head: Uint8Array, text: string) => Uint8Array;

/** For every platform. */
export const portableSha256: Sha256 = (head, text) =>
  sha256.create().update(head).update(utf8ToBytes(text)).digest();
