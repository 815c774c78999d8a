/**
 * Grows one record's log in memory for tests, through the same `decide` and planner as the server: every step either
 * appends what they answer or appends nothing.
 */
import { decideCommand, type ProposedEvent, recordEvents } from './append';
import { carryOut } from './decided-revert';
import type { Actor, Recorded } from './event';
import {
  listRequest,
  type PlanResult,
  planRequest,
  proposedReverts,
  type RevertRequest,
  type Rights,
} from './plan';
import { RecordLog } from './record-log';
import type { AnyWorkflow } from './workflow';

export class RecordBuilder<S extends object, C extends { type: string }> {
  readonly events: Recorded[] = [];
  /** What decisions and plans go by; a test may settle something else on the way. */
  settings: unknown;
  private folded: RecordLog<S> | undefined;

  /** @param operations how many there were so far; records that share it can be changed by one operation together */
  constructor(
    readonly workflow: AnyWorkflow,
    readonly streamId = '00000000-0000-4000-8000-000000000001',
    readonly operations = { count: 0 },
  ) {
    this.settings = workflow.initialSettings;
  }

  /** Everything so far, folded; the same until something is appended. */
  get log(): RecordLog<S> {
    if (this.folded?.version !== this.events.length)
      this.folded = new RecordLog<S>(this.workflow, [...this.events]);
    return this.folded;
  }

  /** One that goes on from here on its own. */
  copy(operations = { ...this.operations }): RecordBuilder<S, C> {
    const copy = new RecordBuilder<S, C>(this.workflow, this.streamId, operations);
    copy.events.push(...this.events);
    copy.settings = this.settings;
    copy.folded = this.folded;
    return copy;
  }

  /** One operation out of one or more commands, or nothing if any of them is refused. */
  command(actor: Actor, ...commands: C[]): boolean {
    let state: object = this.log.state;
    const proposed: ProposedEvent[] = [];
    for (const command of commands) {
      const context = {
        now: this.now(),
        today: '2026-11-10',
        actor,
        mayApprove: true,
        settings: this.settings,
        reason: 'because',
        reserved: 'INV-0001',
      };
      const decision = decideCommand(this.workflow, state, command, context);
      if (decision.kind === 'revert') {
        const rights = { actorId: actor.id, mayWrite: true, mayChangeOthersWork: true };
        const reverts = carryOut(this.log, decision, { ...rights, settings: this.settings });
        if (reverts.ok) this.append(actor, reverts.events);
        return reverts.ok;
      }
      if (decision.kind !== 'events') return false;
      for (const event of decision.events) {
        proposed.push({ event, cause: 'command' });
        state = this.workflow.evolve(state, event);
      }
    }
    this.append(actor, proposed);
    return proposed.length > 0;
  }

  /** Undo or Redo as pressed on a person's own list. */
  press(actor: Actor, cause: 'undo' | 'redo', rights?: Partial<Rights>): PlanResult<S> {
    const { history } = this.log;
    return this.revert(actor, listRequest(history, actor.id, cause), rights);
  }

  /** Undo or Redo as pressed along everybody's actions. */
  pressOfAnyone(actor: Actor, cause: 'undo' | 'redo', rights?: Partial<Rights>): PlanResult<S> {
    const { history } = this.log;
    return this.revert(actor, listRequest(history, actor.id, cause, 'anyone'), rights);
  }

  /** Undo, or re-apply, from the menu of one event. */
  revertRow(actor: Actor, version: number, rights?: Partial<Rights>): PlanResult<S> {
    const { history } = this.log;
    const tip = history.tipOf(history.baseOf(version));
    return this.revert(actor, { button: 'row', version: tip }, rights);
  }

  /** What any of the buttons does. */
  revert(actor: Actor, request: RevertRequest, rights?: Partial<Rights>): PlanResult<S> {
    const all = {
      actorId: actor.id,
      mayWrite: true,
      mayChangeOthersWork: true,
      settings: this.settings,
      ...rights,
    };
    const result = planRequest(this.log, request, all);
    if (result.ok) this.append(actor, proposedReverts(this.log.history, result.plan, request));
    return result;
  }

  private now(): string {
    const seconds = Math.floor(this.events.length / 60);
    const pad = (value: number) => String(value).padStart(2, '0');
    return `2026-11-10T${pad(seconds % 24)}:${pad(this.events.length % 60)}:00.000000Z`;
  }

  private append(actor: Actor, proposed: readonly ProposedEvent[]): void {
    this.operations.count += 1;
    const now = this.now();
    const head = { version: this.events.length, state: this.log.state };
    const recorded = recordEvents(this.workflow, head, proposed, {
      streamId: this.streamId,
      operationId: `operation-${this.operations.count}`,
      actor,
      reason: null,
      metadata: {},
      occurredAt: now,
      recordedAt: now,
    });
    this.events.push(...recorded.map(({ event }) => event));
  }
}
