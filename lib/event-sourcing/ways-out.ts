/** What can be done instead of an undo that is refused: the whole cascade, or old values put back as a new change. */
import type { DomainEvent, Recorded } from './event';
import { type Asker, planRequest } from './plan';
import type { PlanRefusal } from './plan-refusal';
import type { RecordLog } from './record-log';
import type { Alternative, AnyWorkflow, DescribedChange } from './workflow';

/**
 * The ways around whatever stands in the way of toggling one operation, best first; none for any other refusal. Each was
 * tried: a cascade that is offered can be carried out.
 */
export function waysOut(log: RecordLog, refusal: PlanRefusal, asker: Asker): Alternative[] {
  if (refusal.code !== 'in_the_way' && refusal.code !== 'invariant') return [];
  return [...cascade(log, refusal.version, asker), ...putBack(log, refusal.version)];
}

function cascade(log: RecordLog, version: number, asker: Asker): Alternative[] {
  const { history } = log;
  const result = planRequest(log, { button: 'cascade', version }, asker);
  if (!result.ok) return [];
  const toggled = new Set(result.plan.reverts.map((revert) => history.operationOf(revert.revertsVersion)));
  const verb = history.takesOut(version) ? 'Re-apply' : 'Undo';
  return [{ action: 'cascade', label: `${verb} this and ${others(toggled.size - 1)} together` }];
}

const others = (count: number) => (count === 1 ? 'the change in its way' : `the ${count} changes in its way`);

/** A change that still stands, but under others: its old values, or those of its fields that nobody changed since. */
function putBack(log: RecordLog, version: number): Alternative[] {
  const { history, workflow } = log;
  const operation = history.operationOf(version);
  const [base] = operation.events;
  if (!operation.live || base === undefined || operation.events.length > 1) return [];
  if (base <= log.start.version) return [];
  const event = history.event(base);
  const paths = Object.keys(event.changes).filter((path) => event.changes[path]?.from !== undefined);
  const clean = paths.filter((path) => history.isOnTop(operation, path));
  const all = restated(log, event, paths);
  if (!all) return [];
  const alternatives: Alternative[] = [];
  const some = clean.length > 0 && clean.length < paths.length ? restated(log, event, clean) : null;
  if (some) {
    const fields = described(workflow, log, event, clean).map(({ label }) => label.toLowerCase());
    const label = `Put back only what nobody changed since: ${fields.join(', ')}`;
    alternatives.push({ action: 'put_back_clean', label, ...some });
  }
  const [only, ...more] = described(workflow, log, event, paths);
  const what = only && more.length === 0 ? (only.from ?? 'nothing') : 'the old values';
  return [...alternatives, { action: 'put_back', label: `Put ${what} back as a new change`, ...all }];
}

function restated(
  log: RecordLog,
  event: Recorded,
  paths: readonly string[],
): Pick<Alternative, 'command' | 'originVersion'> | null {
  const command: { type: string } | null = log.workflow.restate?.(event, paths, log.state) ?? null;
  if (!command) return null;
  const from = new Set(paths);
  const origin = log
    .between(log.start.version, event.version - 1)
    .findLast(({ changes }) => Object.keys(changes).some((path) => from.has(path)));
  // What gave the value may lie before the start of the log: then it is not said.
  const known = origin?.version ?? (log.start.version > 0 ? undefined : event.version);
  return known === undefined ? { command } : { command, originVersion: known };
}

function described(
  workflow: AnyWorkflow,
  log: RecordLog,
  event: Recorded,
  paths: readonly string[],
): readonly DescribedChange[] {
  const changes = Object.fromEntries(paths.map((path) => [path, event.changes[path] ?? {}]));
  const some: DomainEvent & { changes: typeof changes } = { ...event, changes };
  return workflow.describeChanges(some, log.stateAt(event.version - 1), log.stateAt(event.version));
}
