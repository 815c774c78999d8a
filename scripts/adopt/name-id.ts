import { hash } from 'node:crypto';

/** The namespace of everything adopted; any fixed UUID will do, as long as it never changes. */
const namespace = Buffer.from('5e1b4a527a3e4c0f9d6a2f8c61d0b7e3', 'hex');

/**
 * A UUID that follows from names alone (version 5 of RFC 9562), so that the same row of the same source has the same
 * id in every run.
 */
export function nameId(...names: readonly string[]): string {
  return asUuid(digest(names), '5');
}

/** So many UUIDs that follow from names alone, for the children of one record: one hash and a counter (version 8). */
export function nameIds(count: number, ...names: readonly string[]): string[] {
  const hex = digest(names).slice(0, 24);
  return Array.from({ length: count }, (_, index) => asUuid(hex + index.toString(16).padStart(8, '0'), '8'));
}

const digest = (names: readonly string[]): string =>
  hash('sha1', Buffer.concat([namespace, Buffer.from(JSON.stringify(names))]));

function asUuid(hex: string, version: string): string {
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
