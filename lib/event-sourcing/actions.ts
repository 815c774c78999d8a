/**
 * What each person's Undo and Redo take next.
 *
 * An **action** is what one press of Undo takes back: everything a person did but pressing Undo and Redo on the list
 * itself. So undoing from an event's menu, or undoing somebody else's change, is an action too, and clears the
 * person's redo. An action's **effects** are the events that carry it now: its own at first, after an Undo the ones
 * that took it back. An effect is **in force** while it carries its chain: while nobody reverted it, or whoever did has
 * taken that back. An action none of whose effects is in force does not show.
 */
import { isListButton, type Recorded } from './event';

export interface Action {
  id: string;
  actorId: string;
  /** The version of its first event. */
  since: number;
  /** For each base event the action touched: the version that carries its effect now. */
  effects: Map<number, number>;
}

/** A person's lists; the last element is the one that Undo or Redo takes next. */
interface Lists {
  done: Action[];
  undone: Action[];
}

/** Where the actions look up the chains of reverts. */
export interface Chains {
  /** The event at the origin of a chain. */
  baseOf(version: number): number;
  /** The last event of the chain over a base. */
  tipOf(base: number): number;
  /** The event whose effect a version has, without reverts that their own author took back. */
  carrierOf(version: number): number;
}

export class Actions {
  private readonly byOperation = new Map<string, Action>();
  /** The actions that Undo and Redo walk, by the operation of the walk. */
  private readonly walks = new Map<string, Action>();
  private readonly lists = new Map<string, Lists>();

  constructor(private readonly chains: Chains) {}

  /** Takes in the next event, after the chains have. */
  fold(event: Recorded): void {
    const base = this.chains.baseOf(event.version);
    const walked = isListButton(event) ? this.walked(event, base) : undefined;
    if (walked) this.walk(walked, event, base);
    else this.act(event, base);
  }

  /** The action that a person's Undo or Redo takes next: of Redo, the most recently undone. */
  next(actorId: string, cause: 'undo' | 'redo'): Action | undefined {
    const lists = this.lists.get(actorId);
    const list = cause === 'undo' ? lists?.done : lists?.undone;
    return list?.findLast((action) => this.effectsInForce(action).length > 0);
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
    const copies = new Map<Action, Action>();
    const copyOf = (action: Action): Action => {
      const copy = copies.get(action) ?? { ...action, effects: new Map(action.effects) };
      copies.set(action, copy);
      return copy;
    };
    for (const [id, action] of this.byOperation) fork.byOperation.set(id, copyOf(action));
    for (const [id, action] of this.walks) fork.walks.set(id, copyOf(action));
    for (const [actorId, { done, undone }] of this.lists) {
      fork.lists.set(actorId, { done: done.map(copyOf), undone: undone.map(copyOf) });
    }
    return fork;
  }

  /** The action that a person's Undo or Redo reverts here: the next on that list with the effect of what is reverted. */
  private walked({ operationId, revertsVersion, actor, cause }: Recorded, base: number): Action | undefined {
    // The first event of a walk moves its action to the other list; the rest of them follow it.
    const begun = this.walks.get(operationId);
    if (begun) return begun;
    const carrier = this.chains.carrierOf(revertsVersion as number);
    const { done, undone } = this.listsFor(actor.id);
    const action = (cause === 'undo' ? done : undone).findLast(({ effects }) => {
      const effect = effects.get(base);
      return effect !== undefined && this.chains.carrierOf(effect) === carrier;
    });
    if (action) this.walks.set(operationId, action);
    return action;
  }

  /** Undo or Redo on the person's own list: the action changes sides. */
  private walk(action: Action, event: Recorded, base: number): void {
    action.effects.set(base, event.version);
    const { done, undone } = this.listsFor(action.actorId);
    const [from, to] = event.cause === 'undo' ? [done, undone] : [undone, done];
    const at = from.lastIndexOf(action);
    if (at < 0) return;
    from.splice(at, 1);
    if (to === undone) undone.push(action);
    // Back to its place in time: one that somebody else's undo hid meanwhile may have kept a later one.
    else done.splice(done.findLastIndex(({ since }) => since < action.since) + 1, 0, action);
  }

  private act(event: Recorded, base: number): void {
    let action = this.byOperation.get(event.operationId);
    if (!action) {
      action = { id: event.operationId, actorId: event.actor.id, since: event.version, effects: new Map() };
      this.byOperation.set(action.id, action);
      const lists = this.listsFor(action.actorId);
      lists.done.push(action);
      lists.undone.length = 0;
    }
    action.effects.set(base, event.version);
  }

  private listsFor(actorId: string): Lists {
    const lists = this.lists.get(actorId) ?? { done: [], undone: [] };
    this.lists.set(actorId, lists);
    return lists;
  }
}
