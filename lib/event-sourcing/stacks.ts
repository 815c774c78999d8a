/**
 * Who writes each leaf of a record, and who rests on it.
 *
 * Per leaf the live operations that write it form a stack, and those that rest on it a log of when they came and went.
 * Two operations conflict if they share a leaf that at least one of them writes. What is in the way of toggling x are the
 * operations in conflict with it that are not as live now as they were right after x's own last toggle; they are near the
 * top of x's stacks, and at the end of the logs of what x writes.
 */
import type { Recorded } from './event';
import { existenceOf, recordKey } from './keys';
import { type Operation, wasLive } from './operation';
import type { AnyWorkflow } from './workflow';

interface Leaf {
  path: string;
  /** The leaf that says that the child exists which this one belongs to, if it belongs to one. */
  existence: number | undefined;
  /** The live operations that write the leaf, by index, in the order in which they came or came back. */
  writers: number[];
  /** The operations that rest on it, by index, each time that they came, went or came back, and when that was. */
  readers: number[];
  readAt: number[];
}

export class Stacks {
  private readonly leaves: Leaf[] = [];
  private readonly byPath = new Map<string, number>();

  /** @param operations all of the record, by index; they are looked up here and kept elsewhere */
  constructor(private readonly operations: readonly Operation[]) {}

  /** Takes in an operation's next own event: the leaves that it writes and rests on and the operation did not yet. */
  add(operation: Operation, event: Recorded, workflow: AnyWorkflow): void {
    const written: number[] = [];
    for (const path of Object.keys(event.changes)) {
      const n = this.leafAt(path);
      if (this.isWriter(operation, n)) continue;
      this.leaf(n).writers.push(operation.index);
      written.push(n);
      // A leaf that the operation first only rested on: the writer's side covers both.
      const rested = operation.restsOn.indexOf(n);
      if (rested >= 0) operation.restsOn.splice(rested, 1);
    }
    const rests: number[] = [];
    const rest = (n: number) => {
      if (this.isWriter(operation, n) || this.leaf(n).readers.at(-1) === operation.index) return;
      this.log(this.leaf(n), operation.index, event.version);
      rests.push(n);
    };
    rest(this.leafAt(recordKey));
    for (const path of workflow.restsOn(event)) rest(this.leafAt(path));
    for (const n of written) {
      const { existence } = this.leaf(n);
      if (existence !== undefined) rest(existence);
    }
    // Not pushed: a list that grows takes room for more, and there are thousands of short ones.
    operation.writes = operation.writes.concat(written);
    operation.restsOn = operation.restsOn.concat(rests);
  }

  /** Takes in that an operation has just come back, or went. */
  toggle(operation: Operation): void {
    for (const n of operation.writes) {
      const { writers } = this.leaf(n);
      if (operation.live) writers.push(operation.index);
      else writers.splice(writers.lastIndexOf(operation.index), 1);
    }
    const top = (n: number) => this.leaf(n).writers.at(-1);
    operation.under = operation.live ? [] : [...operation.writes.map(top), ...operation.restsOn.map(top)];
    for (const n of operation.restsOn) this.log(this.leaf(n), operation.index, operation.tip);
  }

  /** The operations that stand in the way of toggling this one, some of them more than once. */
  *blockers(x: Operation): Generator<Operation> {
    const { writes, restsOn, tip } = x;
    for (let place = 0; place < writes.length + restsOn.length; place++) {
      const n = (place < writes.length ? writes[place] : restsOn[place - writes.length]) as number;
      const { writers } = this.leaf(n);
      for (let i = writers.length - 1; i >= 0; i--) {
        const y = this.operation(writers[i] as number);
        if (y === x || wasLive(y, tip)) break;
        yield y;
      }
      if (!x.live) yield* this.goneBelow(x.under[place], n);
    }
    for (const n of writes) {
      const { readers, readAt } = this.leaf(n);
      for (let i = readers.length - 1; i >= 0 && (readAt[i] as number) > tip; i--) {
        const y = this.operation(readers[i] as number);
        if (y !== x && y.live !== wasLive(y, tip)) yield y;
      }
    }
  }

  /** Does this leaf hold what the operation wrote on it? */
  isOnTop(operation: Operation, path: string): boolean {
    const n = this.byPath.get(path);
    return n !== undefined && this.leaf(n).writers.at(-1) === operation.index;
  }

  /** The paths of the leaves that an operation writes. */
  pathsOf({ writes }: Operation): string[] {
    return writes.map((n) => this.leaf(n).path);
  }

  /** A copy for copies of the operations. */
  fork(operations: readonly Operation[]): Stacks {
    const fork = new Stacks(operations);
    for (const { path, existence, writers, readers, readAt } of this.leaves) {
      fork.byPath.set(path, fork.leaves.length);
      fork.leaves.push({
        path,
        existence,
        writers: [...writers],
        readers: [...readers],
        readAt: [...readAt],
      });
    }
    return fork;
  }

  /** What once was on top of a leaf and went, down to what is live. */
  private *goneBelow(index: number | undefined, n: number): Generator<Operation> {
    for (let next = index; next !== undefined; ) {
      const y = this.operation(next);
      if (y.live) return;
      yield y;
      next = y.under[y.writes.indexOf(n)];
    }
  }

  /** The events of an operation stand together, so while it takes them in, nobody else comes on top of it. */
  private isWriter({ index }: Operation, n: number): boolean {
    return this.leaf(n).writers.at(-1) === index;
  }

  private log({ readers, readAt }: Leaf, index: number, version: number): void {
    readers.push(index);
    readAt.push(version);
  }

  private leafAt(path: string): number {
    const known = this.byPath.get(path);
    if (known !== undefined) return known;
    const n = this.leaves.length;
    const leaf: Leaf = { path, existence: undefined, writers: [], readers: [], readAt: [] };
    this.byPath.set(path, n);
    this.leaves.push(leaf);
    const existence = existenceOf(path);
    if (existence !== undefined) leaf.existence = this.leafAt(existence);
    return n;
  }

  private leaf(n: number): Leaf {
    return this.leaves[n] as Leaf;
  }

  private operation(index: number): Operation {
    return this.operations[index] as Operation;
  }
}
