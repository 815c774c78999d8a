import type { Changes, LeafChange } from './event';

/**
 * Lifts one old shape to the next. `path` maps the paths of the difference too, since undo looks leaves up by path:
 * without it a renamed field would have two histories. A field that is no more keeps its path: so it is shown in the past,
 * and since no state has it any more, undo across it is refused as inexact.
 */
export interface Upcaster {
  payload(old: unknown): unknown;
  path?(old: string): string;
}

/** Checks and narrows a payload; throws with the reason where it does not fit. A zod schema is one. */
export interface PayloadSchema {
  parse(input: unknown): unknown;
}

export interface PayloadDefinition {
  /** The current shape. Older ones are lifted to it on reading, never rewritten. */
  schemaVersion: number;
  schema: PayloadSchema;
  /** `upcasters[n]` lifts shape n to shape n + 1. */
  upcasters?: Readonly<Record<number, Upcaster>>;
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

/**
 * A stored payload and its difference in the current shape. What is stored is never touched, and what is in the
 * current shape is returned as it stands: it was checked when it was written, and its hash vouches for it since. Only
 * what an upcaster made is checked here; throws where that does not fit.
 */
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
  if (stored.schemaVersion < definition.schemaVersion) definition.schema.parse(payload);
  return { payload, changes };
}

function mapPaths(changes: Changes, path: (old: string) => string): Changes {
  const mapped: Record<string, LeafChange> = {};
  for (const [old, change] of Object.entries(changes)) mapped[path(old)] = change;
  return mapped;
}
