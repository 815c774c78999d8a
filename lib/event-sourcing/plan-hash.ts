/** Apart from the planner, so that a page that only asks whether something can be undone need not load a hash function. */
import { canonicalJson } from './canonical-json';
import { portableSha256 } from './chain';
import type { Plan } from './plan';

/**
 * What tells a plan from another one: the events it appends, in their order, and what it leaves. A commit that carries
 * the hash of the plan its author saw is carried out only if it still comes to the same.
 *
 * @returns SHA-256 over the plan's canonical JSON, in hex
 */
export function planHash({ reverts, stays }: Plan): string {
  const steps = reverts.map(({ event, revertsVersion }) => ({ ...event, revertsVersion }));
  const text = canonicalJson({ steps, stays: stays.map(({ version }) => version) });
  return [...portableSha256(new Uint8Array(), text)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
