/**
 * What can be undone or redone on one record, folded from its log. Nothing here is stored: reload, another tab and
 * another person fold the same events to the same answer.
 *
 * The model:
 *
 * - An **operation** is one action's own events on this record. It is *live* or not; each full revert of its events
 *   toggles it. Reverting a revert toggles back, so however long the chain of undo and redo over an event (its
 *   **base**), only the last event of the chain, its **tip**, can be reverted next.
 * - An operation *writes* the leaves it changed and *rests on* others. Per leaf, the live operations that write it
 *   form a stack (`writers`), and those that rest on it a log of when they came and went (`readers`).
 * - `blockers(x)` are the operations that share such a key with x and are not as live now as they were right after
 *   x's own last toggle. While there is one, toggling x would not give back what x left.
 *
 * What a person's Undo and Redo take next is folded along, in `actions`.
 */
import { Actions } from './actions';
import type { Actor, Recorded } from './event';
import { keysOf } from './keys';
import type { AnyWorkflow } from './workflow';

export interface Operation {
  id: string;
  actor: Actor;
  /** Versions of its own events, in order. */
  events: number[];
  writes: Set<string>;
  restsOn: Set<string>;
  live: boolean;
  /** Version of its last own event, or of the last event of its last toggle. */
  tip: number;
  /** The tip of every toggle; it was live after an odd number of them. */
  toggles: number[];
  /** While not live: the operation that was left on top of each leaf's stack. */
  under: Map<string, Operation | undefined>;
  /** How many of its events stand otherwise than `live` says: only while a toggle is being appended. */
  pending: number;
}

interface Node {
  operation: Operation;
  base: number;
  /** How many reverts deep: even puts the base in force, odd takes it out. */
  depth: number;
}

interface Reader {
  operation: Operation;
  version: number;
}

export class History {
  private readonly events: Recorded[] = [];
  private readonly nodes: Node[] = [];
  private readonly tips = new Map<number, number>();
  private readonly operations = new Map<string, Operation>();
  private readonly writers = new Map<string, Operation[]>();
  private readonly readers = new Map<string, Reader[]>();
  /** Each person's lists of what can be undone and redone. */
  actions = new Actions(this);

  constructor(
    readonly workflow: AnyWorkflow,
    events: Iterable<Recorded> = [],
  ) {
    for (const event of events) this.fold(event);
  }

  get version(): number {
    return this.events.length;
  }

  /** Takes in the next event of the stream. Throws if it is not the next one, or reverts what is no tip. */
  fold(event: Recorded): void {
    if (event.version !== this.events.length + 1) {
      throw new Error(
        `Event ${event.version} does not follow event ${this.events.length}: the history has a gap.`,
      );
    }
    this.events.push(event);
    if (event.revertsVersion === null) this.foldOwn(event);
    else this.foldRevert(event, event.revertsVersion);
    this.actions.fold(event);
  }

  event(version: number): Recorded {
    const event = this.events[version - 1];
    if (!event) throw new RangeError(`There is no event ${version}; the record has ${this.events.length}.`);
    return event;
  }

  /** The operation whose event this is, or which it takes back or re-applies. */
  operationOf(version: number): Operation {
    return this.node(version).operation;
  }

  /** The event at the origin of a chain of reverts: the version itself for an event that reverts nothing. */
  baseOf(version: number): number {
    return this.node(version).base;
  }

  /** The last event of the chain over a base: the only one that can be reverted next. */
  tipOf(base: number): number {
    return this.tips.get(base) ?? base;
  }

  /**
   * The event whose effect a version has: itself, but for a revert that takes back its own author's revert. Those two
   * are as if they had never been, so what they were about is its author's again.
   */
  carrierOf(version: number): number {
    let carrier = version;
    for (;;) {
      const event = this.event(carrier);
      const reverted = event.revertsVersion === null ? undefined : this.event(event.revertsVersion);
      if (!reverted?.revertsVersion || reverted.actor.id !== event.actor.id) return carrier;
      carrier = reverted.revertsVersion;
    }
  }

  /** The event that took this one back, if one did. */
  revertedBy(version: number): Recorded | undefined {
    const { base, depth } = this.node(version);
    for (let v = this.tipOf(base); v !== version; v = this.event(v).revertsVersion as number) {
      if (this.node(v).depth === depth + 1) return this.event(v);
    }
    return undefined;
  }

  /** Does this event take a change out of force (an undo), rather than make one or put it back? */
  takesOut(version: number): boolean {
    return this.node(version).depth % 2 === 1;
  }

  /** Was the operation live right after the event of this version? */
  wasLiveAt(operation: Operation, version: number): boolean {
    return wasLive(operation, version);
  }

  /** Does this leaf hold what the operation wrote on it? */
  isOnTop(operation: Operation, path: string): boolean {
    return this.writers.get(path)?.at(-1) === operation;
  }

  /** The version of the last event of the user action that this event is part of. */
  endOfAction(version: number): number {
    const { operationId } = this.event(version);
    let end = version;
    while (this.events[end]?.operationId === operationId) end += 1;
    return end;
  }

  /** Every operation in the order of its first event. */
  allOperations(): IterableIterator<Operation> {
    return this.operations.values();
  }

  /** The operations that stand in the way of toggling this one. Empty means that it can be undone or re-applied. */
  blockers(x: Operation): Set<Operation> {
    const found = new Set<Operation>();
    for (const key of x.writes) this.blockersAbove(x, key, found);
    for (const key of x.restsOn) this.blockersAbove(x, key, found);
    for (const key of x.writes) {
      const readers = this.readers.get(key) ?? [];
      for (let i = readers.length - 1; i >= 0; i--) {
        const { operation: y, version } = readers[i] as Reader;
        if (version <= x.tip) break;
        if (y !== x && y.live !== wasLive(y, x.tip)) found.add(y);
      }
    }
    return found;
  }

  /** A copy to plan on: folding into it leaves this one as it is. */
  fork(): History {
    const fork = new History(this.workflow);
    const copies = new Map<Operation, Operation>();
    for (const [id, operation] of this.operations) {
      const copy = {
        ...operation,
        toggles: [...operation.toggles],
        events: [...operation.events],
        under: new Map(operation.under),
      };
      copies.set(operation, copy);
      fork.operations.set(id, copy);
    }
    const copyOf = (operation: Operation) => copies.get(operation) as Operation;
    for (const copy of copies.values()) {
      for (const [key, under] of copy.under) if (under) copy.under.set(key, copyOf(under));
    }
    for (const event of this.events) fork.events.push(event);
    for (const node of this.nodes) fork.nodes.push({ ...node, operation: copyOf(node.operation) });
    for (const [base, tip] of this.tips) fork.tips.set(base, tip);
    for (const [key, stack] of this.writers) fork.writers.set(key, stack.map(copyOf));
    for (const [key, log] of this.readers) {
      fork.readers.set(
        key,
        log.map((reader) => ({ ...reader, operation: copyOf(reader.operation) })),
      );
    }
    fork.actions = this.actions.fork(fork);
    return fork;
  }

  private node(version: number): Node {
    const node = this.nodes[version - 1];
    if (!node) throw new RangeError(`There is no event ${version}; the record has ${this.events.length}.`);
    return node;
  }

  private foldOwn(event: Recorded): void {
    const operation = this.operations.get(event.operationId) ?? newOperation(event);
    this.operations.set(operation.id, operation);
    this.nodes.push({ operation, base: event.version, depth: 0 });
    operation.events.push(event.version);
    operation.tip = event.version;
    operation.toggles[0] = event.version;
    const keys = keysOf(this.workflow, event);
    for (const key of keys.writes) {
      if (operation.writes.has(key)) continue;
      operation.writes.add(key);
      // A leaf the operation first only rested on and now writes: the writer's side covers both.
      operation.restsOn.delete(key);
      listAt(this.writers, key).push(operation);
    }
    for (const key of keys.restsOn) {
      if (operation.writes.has(key)) continue;
      operation.restsOn.add(key);
      listAt(this.readers, key).push({ operation, version: event.version });
    }
  }

  private foldRevert(event: Recorded, reverted: number): void {
    const { operation, base, depth } = this.node(reverted);
    if (this.tipOf(base) !== reverted) {
      throw new Error(`Event ${event.version} reverts event ${reverted}, which was reverted before.`);
    }
    this.nodes.push({ operation, base, depth: depth + 1 });
    this.tips.set(base, event.version);
    const inForce = (depth + 1) % 2 === 0;
    operation.pending += inForce === operation.live ? -1 : 1;
    if (operation.pending === operation.events.length) this.toggle(operation, event.version);
  }

  private toggle(operation: Operation, version: number): void {
    operation.pending = 0;
    operation.live = !operation.live;
    operation.tip = version;
    operation.toggles.push(version);
    for (const key of operation.writes) {
      const stack = listAt(this.writers, key);
      if (operation.live) stack.push(operation);
      else stack.splice(stack.lastIndexOf(operation), 1);
    }
    operation.under.clear();
    if (!operation.live) {
      for (const key of operation.writes) operation.under.set(key, this.writers.get(key)?.at(-1));
      for (const key of operation.restsOn) operation.under.set(key, this.writers.get(key)?.at(-1));
    }
    for (const key of operation.restsOn) listAt(this.readers, key).push({ operation, version });
  }

  private blockersAbove(x: Operation, key: string, found: Set<Operation>): void {
    const stack = this.writers.get(key) ?? [];
    for (let i = stack.length - 1; i >= 0; i--) {
      const y = stack[i] as Operation;
      if (y === x || wasLive(y, x.tip)) break;
      found.add(y);
    }
    if (x.live) return;
    for (let u = x.under.get(key); u && !u.live; u = u.under.get(key)) found.add(u);
  }
}

function newOperation(event: Recorded): Operation {
  return {
    id: event.operationId,
    actor: event.actor,
    events: [],
    writes: new Set(),
    restsOn: new Set(),
    live: true,
    tip: event.version,
    toggles: [],
    under: new Map(),
    pending: 0,
  };
}

/** Was the operation live after the event of this version? Its toggles up to there, counted from its own events. */
function wasLive(operation: Operation, version: number): boolean {
  let count = 0;
  for (const toggle of operation.toggles) if (toggle <= version) count += 1;
  return count % 2 === 1;
}

function listAt<V>(map: Map<string, V[]>, key: string): V[] {
  const list = map.get(key);
  if (list) return list;
  const created: V[] = [];
  map.set(key, created);
  return created;
}
