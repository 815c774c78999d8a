import { type Asker, type PlannedRecord, planRequest } from './plan';

/**
 * Can the operation of a row be undone, or re-applied, on its own? What `planRequest` would answer, without the reasons:
 * in a long history most changes lie under later ones, and that there is one costs far less to find than all of them.
 *
 * @param version the tip of a chain
 */
export function isAvailable<S extends object>(
  record: PlannedRecord<S>,
  version: number,
  asker: Asker,
): boolean {
  const { history } = record;
  return (
    !history.isBlocked(history.operationOf(version)) &&
    planRequest(record, { button: 'row', version }, asker).ok
  );
}
