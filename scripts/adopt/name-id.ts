import { createHash } from 'node:crypto';

/** The namespace of everything adopted; any fixed UUID will do, as long as it never changes. */
const namespace = Buffer.from('5e1b4a527a3e4c0f9d6a2f8c61d0b7e3', 'hex');

/**
 * A UUID that follows from names alone (version 5 of RFC 9562), so that the same row of the same source has the same
 * id in every run.
 */
export function nameId(...names: readonly string[]): string {
  const bytes = createHash('sha1').update(namespace).update(JSON.stringify(names)).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
