import type { Scope } from './event';
import type { Alternative, CommandRefusal, Violation } from './workflow';

/** Why a plan cannot be made. Versions are of the events that a person should look at. */
export type PlanRefusal =
  | { code: 'read_only' }
  | { code: 'nothing_to_revert' }
  | { code: 'list_moved'; cause: 'undo' | 'redo'; scope?: Scope | undefined }
  | { code: 'already_reverted'; version: number; by: number }
  | { code: 'not_yours'; versions: readonly number[] }
  /** The workflow's own rules keep this person, or everybody, from this revert. */
  | { code: 'not_allowed'; version: number; refusal: CommandRefusal }
  | { code: 'in_the_way'; version: number; blockers: readonly number[] }
  | { code: 'irreversible'; version: number; because: string; alternatives: readonly Alternative[] }
  | { code: 'inexact'; version: number; paths: readonly string[] }
  | { code: 'invariant'; version: number; violations: readonly Violation[] }
  /** The record is already as it is to be restored. */
  | { code: 'same_already'; version: number }
  /** Nothing of what was asked for can be done. */
  | { code: 'all_stays'; stays: readonly Stay[] };

/** An operation that stays as it is, by the version of its last toggle, and why. */
export interface Stay {
  version: number;
  refusal: PlanRefusal;
}
