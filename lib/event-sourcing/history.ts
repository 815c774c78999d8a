/**
 * What can be undone or redone on one record, folded from its log. Nothing here is stored: reload, another tab and
 * another person fold the same events to the same answer.
 *
 * The model, each part in a file of its own:
 *
 * - **Chains** (chains.ts): which event takes back which. Only the tip of a chain can be reverted next.
 * - An **operation** (operation.ts) is one action's own events on this record. It is *live* or not; each full revert of
 *   its events toggles it.
 * - **Stacks** (stacks.ts): which operations write each leaf and which rest on it, and so what stands in the way of
 *   toggling one. While something does, toggling would not give back what the operation left.
 * - **Actions** (actions.ts): what a person's Undo and Redo take next.
 */
import { Actions } from './actions';
import { Chains } from './chains';
import type { Recorded } from './event';
import { fromCreation, type LogStart } from './log-start';
import { copyOf, newOperation, type Operation, wasLive } from './operation';
import { Stacks } from './stacks';
import type { AnyWorkflow } from './workflow';

export class History extends Chains {
  private readonly operations: Operation[] = [];
  private readonly operationsById = new Map<string, Operation>();
  /** By place, as the events: whose event it is, or whose it takes back or re-applies. */
  private readonly owners: Operation[] = [];
  /** What has gone out, in order. */
  private readonly messages: Recorded[] = [];
  private stacks = new Stacks(this.operations);
  /** Each person's lists of what can be undone and redone. */
  actions = new Actions(this);

  constructor(
    readonly workflow: AnyWorkflow,
    events: Iterable<Recorded> = [],
    start: Pick<LogStart, 'version' | 'earlier'> = fromCreation,
  ) {
    super(start.version);
    for (const event of start.earlier) this.fold(event);
    for (const event of events) this.fold(event);
  }

  get version(): number {
    return this.length;
  }

  override fold(event: Recorded): void {
    super.fold(event);
    if (event.revertsVersion === null) this.foldOwn(event);
    else this.foldRevert(event, event.revertsVersion);
    this.actions.fold(event);
  }

  /** The operation whose event this is, or which it takes back or re-applies. */
  operationOf(version: number): Operation {
    return this.at(this.owners, version);
  }

  /** The messages that went out after the event of this version. */
  messagesSince(version: number): Recorded[] {
    return this.messages.filter((message) => message.version > version);
  }

  /** Every operation in the order of its first event. */
  allOperations(): readonly Operation[] {
    return this.operations;
  }

  /** Was the operation live right after the event of this version? */
  wasLiveAt(operation: Operation, version: number): boolean {
    return wasLive(operation, version);
  }

  /** Does this leaf hold what the operation wrote on it? */
  isOnTop(operation: Operation, path: string): boolean {
    return this.stacks.isOnTop(operation, path);
  }

  /** The leaves that an operation wrote. */
  pathsOf(operation: Operation): string[] {
    return this.stacks.pathsOf(operation);
  }

  /** The operations that stand in the way of toggling this one. Empty means that it can be undone or re-applied. */
  blockers(operation: Operation): Set<Operation> {
    const blockers = new Set<Operation>();
    this.stacks.someBlocker(operation, (blocker) => {
      blockers.add(blocker);
      return false;
    });
    return blockers;
  }

  /** Does any operation stand in the way of toggling this one? Far less work than asking which. */
  isBlocked(operation: Operation): boolean {
    return this.stacks.someBlocker(operation, () => true);
  }

  /** A copy to plan on: folding into it leaves this one as it is. */
  fork(): History {
    const fork = new History(this.workflow, [], { version: this.start, earlier: [] });
    this.copyTo(fork);
    for (const operation of this.operations) {
      const copy = copyOf(operation);
      fork.operations.push(copy);
      fork.operationsById.set(copy.id, copy);
    }
    for (const { index } of this.owners) fork.owners.push(fork.operations[index] as Operation);
    for (const message of this.messages) fork.messages.push(message);
    fork.stacks = this.stacks.fork(fork.operations);
    fork.actions = this.actions.fork(fork);
    return fork;
  }

  private foldOwn(event: Recorded): void {
    let operation = this.operationsById.get(event.operationId);
    if (!operation) {
      operation = newOperation(event, this.operations.length);
      this.operations.push(operation);
      this.operationsById.set(operation.id, operation);
    } else {
      operation.events.push(event.version);
      operation.tip = event.version;
      operation.toggles[0] = event.version;
    }
    this.owners.push(operation);
    if (this.workflow.kinds[event.type] === 'message') this.messages.push(event);
    this.stacks.add(operation, event, this.workflow);
  }

  private foldRevert({ version }: Recorded, reverted: number): void {
    const operation = this.operationOf(reverted);
    this.owners.push(operation);
    operation.pending += this.takesOut(version) === operation.live ? 1 : -1;
    if (operation.pending < operation.events.length) return;
    operation.pending = 0;
    operation.live = !operation.live;
    operation.tip = version;
    operation.toggles.push(version);
    this.stacks.toggle(operation);
  }
}
