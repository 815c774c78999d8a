/**
 * What each person's Undo and Redo take next.
 *
 * An **action** is what one press of Undo takes back: everything a person did but pressing Undo and Redo on the list
 * itself. So undoing from an event's menu, or undoing somebody else's change, is an action too, and clears the
 * person's redo. An action's **effects** are the events that carry it now: its own at first, after an Undo the ones
 * that took it back. An effect is **in force** while it carries its chain: while nobody reverted it, or whoever did has
 * taken that back. An action none of whose effects is in force does not show.
 *
 * Who may take back everybody's work may also walk everybody's actions (**scope** `anyone`), as if all were one person:
 * Undo takes the newest of them, Redo what this person undid on that walk. Each such undo of another's action still is an
 * action of its own on the walker's own list, and fills nobody's redo but theirs.
 */
import type { Chains } from './chains';
import { isListButton, type Recorded, type Scope } from './event';

export interface Action {
  id: string;
  actorId: string;
  /** The version of its first event. */
  since: number;
  /** For each base event the action touched: the version that carries its effect now. */
  effects: Map<number, number>;
  /** Made by a walk along everybody's actions, which takes no step of its own for a step to take. */
  walks?: boolean;
}

/** A person's lists; the last element is the one that Undo or Redo takes next. */
interface Lists {
  done: Action[];
  undone: Action[];
  /** What they undid along everybody's actions. */
  undoneOfAnyone: Action[];
}

export class Actions {
  private readonly byOperation = new Map<string, Action>();
  /** The actions that Undo and Redo walk, by the operation of the walk. */
  private readonly walks = new Map<string, Action>();
  private readonly walksOfAnyone = new Map<string, Action>();
  private readonly lists = new Map<string, Lists>();
  /** Who did something before the start of the log. */
  private readonly actedEarlier = new Set<string>();

  constructor(private readonly chains: Chains) {}

  /** Takes in the next event, after the chains have. */
  fold(event: Recorded): void {
    const base = this.chains.baseOf(event.version);
    const list = isListButton(event);
    if (event.version <= this.chains.start) this.actedEarlier.add(event.actor.id);
    const alongAnyones = list && event.metadata.scope === 'anyone';
    if (alongAnyones) this.walkAnyones(event, base);
    // The first event of a walk moves its action to the other list; the rest of them follow it.
    const walked =
      this.walks.get(event.operationId) ?? (list ? this.walk(event, base, alongAnyones) : undefined);
    if (walked) walked.effects.set(base, event.version);
    else this.act(event, base, alongAnyones);
  }

  /** The action that a person's Undo or Redo takes next: of Redo, the most recently undone. */
  next(actorId: string, cause: 'undo' | 'redo', scope: Scope = 'mine'): Action | undefined {
    const shows = (action: Action) => this.effectsInForce(action).length > 0;
    const lists = this.lists.get(actorId);
    if (scope === 'mine') return (cause === 'undo' ? lists?.done : lists?.undone)?.findLast(shows);
    if (cause === 'redo') return lists?.undoneOfAnyone.findLast(shows);
    return this.newestOfAnyone(shows);
  }

  /** May what `next` should answer lie before the start of the log? Never where that is whole. */
  mayLieEarlier(actorId: string, cause: 'undo' | 'redo', scope: Scope = 'mine'): boolean {
    const { start } = this.chains;
    if (start === 0 || (scope === 'mine' && !this.actedEarlier.has(actorId))) return false;
    const next = this.next(actorId, cause, scope);
    if (cause === 'undo') return !next || next.since <= start;
    // Undone since, or cleared by something that was done since.
    if (next && [...next.effects.values()].every((version) => version > start)) return false;
    return !this.lists.get(actorId)?.done.some(({ since }) => since > start);
  }

  /** The newest action of anybody for which this holds. */
  private newestOfAnyone(holds: (action: Action) => boolean): Action | undefined {
    let newest: Action | undefined;
    for (const { done } of this.lists.values()) {
      const found = done.findLast((action) => !action.walks && holds(action));
      if (found && found.since > (newest?.since ?? 0)) newest = found;
    }
    return newest;
  }

  /** A person's whole lists as they show now, next first. */
  listsOf(actorId: string): { undo: Action[]; redo: Action[] } {
    const lists = this.lists.get(actorId);
    const shown = (actions: Action[] = []) =>
      actions.filter((action) => this.effectsInForce(action).length > 0).reverse();
    return { undo: shown(lists?.done), redo: shown(lists?.undone) };
  }

  /** The tips of an action's effects that are in force: what undoing it would revert. */
  effectsInForce(action: Action): number[] {
    const { chains } = this;
    const tips: number[] = [];
    for (const [base, effect] of action.effects) {
      const tip = chains.tipOf(base);
      if (tip === effect || chains.carrierOf(tip) === chains.carrierOf(effect)) tips.push(tip);
    }
    return tips;
  }

  /** A copy that looks chains up elsewhere. */
  fork(chains: Chains): Actions {
    const fork = new Actions(chains);
    for (const actorId of this.actedEarlier) fork.actedEarlier.add(actorId);
    const copies = new Map<Action, Action>();
    const copyOf = (action: Action): Action => {
      const copy = copies.get(action) ?? { ...action, effects: new Map(action.effects) };
      copies.set(action, copy);
      return copy;
    };
    for (const [id, action] of this.byOperation) fork.byOperation.set(id, copyOf(action));
    for (const [id, action] of this.walks) fork.walks.set(id, copyOf(action));
    for (const [id, action] of this.walksOfAnyone) fork.walksOfAnyone.set(id, copyOf(action));
    for (const [actorId, { done, undone, undoneOfAnyone }] of this.lists) {
      fork.lists.set(actorId, {
        done: done.map(copyOf),
        undone: undone.map(copyOf),
        undoneOfAnyone: undoneOfAnyone.map(copyOf),
      });
    }
    return fork;
  }

  /**
   * Undo or Redo takes back an action of that person's own: the next on that list with the effect of what is reverted
   * changes sides. Redo along everybody's actions puts back what an undo on that walk took, and so takes back that undo.
   */
  private walk(event: Recorded, base: number, alongAnyones: boolean): Action | undefined {
    const { done, undone } = this.listsFor(event.actor.id);
    const carries = this.carrying(event, base);
    let [from, to] = event.cause === 'undo' ? [done, undone] : [undone, done];
    let at = from.findLastIndex(carries);
    if (at < 0 && event.cause === 'redo' && alongAnyones) {
      [from, to] = [done, undone];
      at = from.findLastIndex(carries);
    }
    const action = from[at];
    if (!action) return undefined;
    from.splice(at, 1);
    if (to === undone) undone.push(action);
    // Back to its place in time: one that somebody else's undo hid meanwhile may have kept a later one.
    else done.splice(done.findLastIndex(({ since }) => since < action.since) + 1, 0, action);
    this.walks.set(event.operationId, action);
    return action;
  }

  /** Does an action carry the effect that this event reverts? */
  private carrying({ revertsVersion }: Recorded, base: number): (action: Action) => boolean {
    const carrier = this.chains.carrierOf(revertsVersion as number);
    return ({ effects }) => {
      const effect = effects.get(base);
      return effect !== undefined && this.chains.carrierOf(effect) === carrier;
    };
  }

  /** Keeps what Redo along everybody's actions takes next. What is undone is kept apart from its author's own lists. */
  private walkAnyones(event: Recorded, base: number): void {
    const { undoneOfAnyone } = this.listsFor(event.actor.id);
    let walk = this.walksOfAnyone.get(event.operationId);
    if (!walk) {
      const carries = this.carrying(event, base);
      const found = event.cause === 'undo' ? this.newestOfAnyone(carries) : undoneOfAnyone.findLast(carries);
      if (!found) return;
      walk = event.cause === 'undo' ? { ...found, effects: new Map() } : found;
      this.walksOfAnyone.set(event.operationId, walk);
      if (event.cause === 'undo') undoneOfAnyone.push(walk);
      else undoneOfAnyone.splice(undoneOfAnyone.lastIndexOf(walk), 1);
    }
    walk.effects.set(base, event.version);
  }

  private act(event: Recorded, base: number, walks: boolean): void {
    let action = this.byOperation.get(event.operationId);
    if (!action) {
      action = {
        id: event.operationId,
        actorId: event.actor.id,
        since: event.version,
        effects: new Map(),
        walks,
      };
      this.byOperation.set(action.id, action);
      const lists = this.listsFor(action.actorId);
      lists.done.push(action);
      lists.undone.length = 0;
      if (!walks) lists.undoneOfAnyone.length = 0;
    }
    action.effects.set(base, event.version);
  }

  private listsFor(actorId: string): Lists {
    const lists = this.lists.get(actorId) ?? { done: [], undone: [], undoneOfAnyone: [] };
    this.lists.set(actorId, lists);
    return lists;
  }
}
