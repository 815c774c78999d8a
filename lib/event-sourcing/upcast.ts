import type { Changes, LeafChange } from './event';
import type { PayloadDefinition } from './workflow';

/**
 * Lifts one old shape to the next. `path` maps the paths of the difference too, since undo looks leaves up by path:
 * without it a renamed field would have two histories. It answers null for a field that is no more.
 */
export interface Upcaster {
  payload(old: unknown): unknown;
  path?(old: string): string | null;
}

export class UnknownSchemaVersionError extends Error {
  constructor(type: string, schemaVersion: number) {
    super(
      `The event type "${type}" has no payload shape ${schemaVersion} here. ` +
        'It was written by a newer version of Retrace; update this one.',
    );
    this.name = 'UnknownSchemaVersionError';
  }
}

/** A stored payload and its difference in the current shape. What is stored is never touched. */
export function upcast(
  type: string,
  definition: PayloadDefinition,
  stored: { schemaVersion: number; payload: unknown; changes: Changes },
): { payload: unknown; changes: Changes } {
  let { payload, changes } = stored;
  if (stored.schemaVersion > definition.schemaVersion) {
    throw new UnknownSchemaVersionError(type, stored.schemaVersion);
  }
  for (let shape = stored.schemaVersion; shape < definition.schemaVersion; shape++) {
    const step = definition.upcasters?.[shape];
    if (!step) throw new UnknownSchemaVersionError(type, shape);
    payload = step.payload(payload);
    changes = step.path ? mapPaths(changes, step.path) : changes;
  }
  return { payload, changes };
}

function mapPaths(changes: Changes, path: (old: string) => string | null): Changes {
  const mapped: Record<string, LeafChange> = {};
  for (const [old, change] of Object.entries(changes)) {
    const current = path(old);
    if (current !== null) mapped[current] = change;
  }
  return mapped;
}
