import { z } from 'zod';
import { largestVersion } from '@/lib/event-sourcing/event';
import { cursorInstant } from './cursor-instant';

/** A place in the feed of everything: that of one event. Events of one instant are told apart by record and version. */
export interface ActivityCursor {
  occurredAt: string;
  streamId: string;
  version: number;
}

const shape = z.tuple([cursorInstant, z.guid(), z.int().min(1).max(largestVersion)]);

/** The cursor as it stands in an address. */
export function encodeActivityCursor({ occurredAt, streamId, version }: ActivityCursor): string {
  return Buffer.from(JSON.stringify([occurredAt, streamId, version])).toString('base64url');
}

/** The cursor of an address, or null if it is none. */
export function decodeActivityCursor(encoded: string | null): ActivityCursor | null {
  if (!encoded || encoded.length > 400) return null;
  const parsed = shape.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString()));
  if (!parsed.success) return null;
  const [occurredAt, streamId, version] = parsed.data;
  return { occurredAt, streamId, version };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
