/** Which operations a plan is about, and in which order: what a cascade draws in, and what a batch's selection wants away. */
import type { History } from './history';
import type { Operation } from './operation';
import type { PlanRefusal } from './plan-refusal';

/** In the order in which a plan toggles them: newest last toggle first. */
export function newestFirst(operations: Iterable<Operation>): Operation[] {
  return [...operations].sort((a, b) => b.tip - a.tip);
}

/** These operations with whatever stands in the way of any of them, and in the way of that. */
export function closedUnderBlockers(history: History, operations: Iterable<Operation>): Set<Operation> {
  const closed = new Set(operations);
  // A set that grows while it is walked is walked to its end.
  for (const operation of closed) for (const blocker of history.blockers(operation)) closed.add(blocker);
  return closed;
}

/**
 * What else has to be toggled so that this refusal goes away: what newly stands in the way; where an invariant breaks, the
 * newest operation that was toggled after `wanted` last was and that touches what the invariant is about.
 */
export function toDisturb(
  history: History,
  wanted: Operation,
  chosen: ReadonlySet<Operation>,
  refusal: PlanRefusal,
): Operation[] {
  if (refusal.code === 'in_the_way')
    return refusal.blockers
      .map((version) => history.operationOf(version))
      .filter((other) => !chosen.has(other));
  if (refusal.code !== 'invariant') return [];
  const paths = refusal.violations.flatMap((violation) => violation.paths);
  let newest: Operation | undefined;
  for (const operation of history.allOperations()) {
    if (chosen.has(operation) || operation.tip <= Math.max(wanted.tip, newest?.tip ?? 0)) continue;
    if (touches(history.pathsOf(operation), paths)) newest = operation;
  }
  return newest ? [newest] : [];
}

function touches(written: readonly string[], paths: readonly string[]): boolean {
  return written.some((key) => paths.some((path) => key === path || key.startsWith(`${path}.`)));
}

/**
 * The operations that stand otherwise than a selection of events wants them: one with an own event in it must not stand;
 * one of which only reverts are in it returns to how it stood before the last unbroken run of them, if nobody has toggled
 * it since.
 */
export function unwanted(history: History, versions: readonly number[]): Set<Operation> {
  const selected = new Set(versions);
  const found = new Set<Operation>();
  for (const version of selected) {
    const operation = history.operationOf(version);
    const own = operation.events.some((base) => selected.has(base));
    if (operation.live !== (own ? false : stoodBefore(history, operation, selected))) found.add(operation);
  }
  return found;
}

/** How an operation stood before the last unbroken run of its toggles that the selection takes in. */
function stoodBefore(history: History, operation: Operation, selected: ReadonlySet<number>): boolean {
  // Each toggle with all its events: of an operation of several, any of them stands for it.
  const { toggles } = operation;
  const taken = toggles.map((end, n) => n > 0 && isSelected(history, operation, end, selected));
  const last = taken.length - 1;
  // A revert that was itself reverted since is in force no more, even where somebody else has done the same again.
  if (!taken[last]) return operation.live;
  const before = taken.lastIndexOf(false, last);
  // Live after its own events, and after every second toggle.
  return before % 2 === 0;
}

function isSelected(
  history: History,
  operation: Operation,
  end: number,
  selected: ReadonlySet<number>,
): boolean {
  const { operationId } = history.event(end);
  for (let version = end; version > 0 && history.event(version).operationId === operationId; version--) {
    if (history.operationOf(version) === operation && selected.has(version)) return true;
  }
  return false;
}
