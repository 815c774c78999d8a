import { createHash } from 'node:crypto';

/**
 * The UUID of a demo record, operation or child, derived from its name: the same in every database, so that loading
 * twice adds nothing and tests can open a record by its address. Version 8 of RFC 9562, the one for own recipes.
 */
export function demoId(name: string): string {
  const bytes = createHash('sha256').update(`retrace demo ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Nobody works on the stroke of the minute: microseconds below a minute, always the same for a name. */
export function withinMinute(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32LE(0) % 60_000_000;
}
