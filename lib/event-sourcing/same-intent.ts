import { canonicalJson } from './canonical-json';
import type { DomainEvent } from './event';

/**
 * A new child's id, its place and moments are made anew for every request: two requests for the same thing differ in
 * them. Which line, refund or note is meant, which is there already, is what they say.
 */
const madeAnew = /^id$|At$|^place$|^number$/;

/**
 * Do two events say the same thing, as when one form is sent from two tabs, or again after an answer that got lost? An
 * event that says nothing but its type says nothing twice.
 */
export function isSameIntent(one: DomainEvent, other: DomainEvent): boolean {
  return one.type === other.type && intentOf(one.payload) === intentOf(other.payload);
}

function intentOf(payload: object): string {
  return canonicalJson(withoutMadeAnew(payload));
}

function withoutMadeAnew(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMadeAnew);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !madeAnew.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutMadeAnew(inner)]));
}
