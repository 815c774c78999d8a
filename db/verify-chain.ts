import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { eventHash } from '@/lib/event-sourcing/chain';
import type { StoredEvent } from './stored-event';

/**
 * Checks a whole stream against its hash chain.
 *
 * @param rows the stream's rows in order, as stored
 * @returns the version of the first event that is not what was appended, or follows a gap; null if all is well
 */
export function verifyChain(rows: readonly StoredEvent[]): number | null {
  let previous: Uint8Array | null = null;
  for (const { hash, ...columns } of rows) {
    if (bytesToHex(eventHash(previous, columns)) !== hash) return columns.version;
    previous = hexToBytes(hash);
  }
  return null;
}
