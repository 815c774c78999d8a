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
  /** The operations whose own events wrote it, and rested on it, last. */
  lastWriter: number;
  lastReader: number;
}

export class Stacks {
  private readonly leaves: Leaf[] = [];
  private readonly byPath = new Map<string, number>();

  /** @param operations all of the record, by index; they are looked up here and kept elsewhere */
  constructor(private readonly operations: readonly Operation[]) {}

  /** Takes in an operation's next own event: the leaves that it writes and rests on and the operation did not yet. */
  add(operation: Operation, event: Recorded, workflow: AnyWorkflow): void {
    const written = Object.keys(event.changes).map((path) => this.leafAt(path));
    for (const n of written) this.write(operation, n);
    this.restOn(operation, this.leafAt(recordKey));
    for (const path of workflow.restsOn(event)) this.restOn(operation, this.leafAt(path));
    for (const n of written) {
      const { existence } = this.leaf(n);
      if (existence !== undefined) this.restOn(operation, existence);
    }
    // A list that grew keeps room for more; there are thousands of short ones.
    operation.writes = operation.writes.slice();
    operation.restsOn = operation.restsOn.slice();
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
    for (const n of operation.restsOn) this.log(this.leaf(n), operation);
  }

  /**
   * Goes through the operations that stand in the way of toggling this one, some of them more than once, up to the first
   * for which `found` answers true.
   *
   * @returns whether there was one
   */
  someBlocker(x: Operation, found: (blocker: Operation) => boolean): boolean {
    const { writes, restsOn } = x;
    for (let place = 0; place < writes.length + restsOn.length; place++) {
      const n = (place < writes.length ? writes[place] : restsOn[place - writes.length]) as number;
      if (this.someAbove(x, n, found)) return true;
      if (!x.live && this.someGone(x.under[place], n, found)) return true;
    }
    for (const n of writes) if (this.someReader(x, n, found)) return true;
    return false;
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
    for (const leaf of this.leaves) {
      fork.byPath.set(leaf.path, fork.leaves.length);
      fork.leaves.push({
        ...leaf,
        writers: [...leaf.writers],
        readers: [...leaf.readers],
        readAt: [...leaf.readAt],
      });
    }
    return fork;
  }

  /** What came on top of an operation since it was last toggled. */
  private someAbove(x: Operation, n: number, found: (blocker: Operation) => boolean): boolean {
    const { writers } = this.leaf(n);
    for (let i = writers.length - 1; i >= 0; i--) {
      const y = this.operation(writers[i] as number);
      if (y === x || wasLive(y, x.tip)) return false;
      if (found(y)) return true;
    }
    return false;
  }

  /** What was on top of a leaf when the operation went, and has gone itself, down to what is live. */
  private someGone(top: number | undefined, n: number, found: (blocker: Operation) => boolean): boolean {
    for (let next = top; next !== undefined; ) {
      const y = this.operation(next);
      if (y.live) return false;
      if (found(y)) return true;
      next = y.under[y.writes.indexOf(n)];
    }
    return false;
  }

  /** What came to rest on a leaf, or no longer does, since the operation that writes it was last toggled. */
  private someReader(x: Operation, n: number, found: (blocker: Operation) => boolean): boolean {
    const { readers, readAt } = this.leaf(n);
    for (let i = readers.length - 1; i >= 0 && (readAt[i] as number) > x.tip; i--) {
      const y = this.operation(readers[i] as number);
      if (y !== x && y.live !== wasLive(y, x.tip) && found(y)) return true;
    }
    return false;
  }

  private write(operation: Operation, n: number): void {
    const leaf = this.leaf(n);
    if (leaf.lastWriter === operation.index) return;
    leaf.lastWriter = operation.index;
    leaf.writers.push(operation.index);
    operation.writes.push(n);
    // A leaf that the operation first only rested on: the writer's side covers both.
    if (leaf.lastReader === operation.index) operation.restsOn.splice(operation.restsOn.indexOf(n), 1);
  }

  private restOn(operation: Operation, n: number): void {
    const leaf = this.leaf(n);
    if (leaf.lastWriter === operation.index || leaf.lastReader === operation.index) return;
    leaf.lastReader = operation.index;
    this.log(leaf, operation);
    operation.restsOn.push(n);
  }

  private log({ readers, readAt }: Leaf, { index, tip }: Operation): void {
    readers.push(index);
    readAt.push(tip);
  }

  private leafAt(path: string): number {
    const known = this.byPath.get(path);
    if (known !== undefined) return known;
    const n = this.leaves.length;
    const leaf: Leaf = {
      path,
      existence: undefined,
      writers: [],
      readers: [],
      readAt: [],
      lastWriter: -1,
      lastReader: -1,
    };
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
