/**
 * The two ways in which `evolve` may change a state and its collections of children, which are keyed by id.
 *
 * A state that somebody may hold is never changed, so by default every change makes a copy. A fold goes through thousands
 * of states that nobody sees: `inPlace` copies a state or a collection the first time that it is changed, and from then on
 * changes the copy, which is the fold's own until its state is handed out.
 */
export type Children<T> = Readonly<Record<string, T>>;

export interface Edits {
  /** The state with some of its fields given new values. */
  set<S extends object>(state: S, fields: Partial<S>): S;
  put<T extends { id: string }>(children: Children<T>, child: T): Children<T>;
  /** A child that is not there stays away: the change has nothing to hold on to. */
  change<T>(children: Children<T>, id: string, changed: Partial<T>): Children<T>;
  without<T>(children: Children<T>, id: string): Children<T>;
}

/** Leaves every collection as it is, and answers with a changed copy. */
export const copying: Edits = {
  set: (state, fields) => ({ ...state, ...fields }),
  put: (children, child) => ({ ...children, [child.id]: child }),
  change(children, id, changed) {
    const child = children[id];
    return child ? { ...children, [id]: { ...child, ...changed } } : children;
  },
  without(children, id) {
    const { [id]: _, ...rest } = children;
    return rest;
  },
};

/** For one fold: changes the copies that it made itself. Not to be used on after a state of the fold was handed out. */
export function inPlace(): Edits {
  const own = new Set<object>();
  const kept = <T extends object>(made: T): T => {
    own.add(made);
    return made;
  };
  const set = <T extends object>(held: T, fields: Partial<T>): T =>
    own.has(held) ? Object.assign(held, fields) : kept({ ...held, ...fields });
  const put = <T>(children: Children<T>, id: string, child: T): Children<T> => {
    if (!own.has(children)) return kept({ ...children, [id]: child });
    (children as Record<string, T>)[id] = child;
    return children;
  };
  return {
    set,
    put: (children, child) => put(children, child.id, child),
    change(children, id, changed) {
      const child = children[id];
      return child ? put(children, id, { ...child, ...changed }) : children;
    },
    // Copied each time: an object from which something was deleted is slow ever after.
    without: (children, id) => kept(copying.without(children, id)),
  };
}
