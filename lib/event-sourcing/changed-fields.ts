/**
 * The fields that are asked for and are not so already; null if there is none. A payload holds only what its event
 * changes, so that two people who changed different fields are not in each other's way.
 */
export function changedFields<T extends object>(current: T, asked: Partial<T>): Partial<T> | null {
  const changed = Object.entries(asked).filter(
    ([field, value]) => value !== undefined && current[field as keyof T] !== value,
  );
  return changed.length > 0 ? (Object.fromEntries(changed) as Partial<T>) : null;
}
