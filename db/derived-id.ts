import { createHash } from 'node:crypto';

/** An id that follows from another one and a purpose: whatever is repeated derives the same id again. */
export function derivedId(id: string, purpose: string): string {
  const hash = createHash('sha256').update(`${id.toLowerCase()} ${purpose}`).digest('hex');
  // In the form of an id by hash, version 8 of RFC 9562.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
