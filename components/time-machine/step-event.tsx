import type { ToldEvent } from '@/lib/told-event';
import type { ActivityAddress } from '../activity/activity-address';
import { ActivityRow } from '../activity/activity-row';

interface StepEventProps {
  told: ToldEvent;
  address: ActivityAddress;
  step: number;
  count: number;
}

/** The event of the window that is in view, with its difference. */
export function StepEvent({ told, address, step, count }: StepEventProps) {
  return (
    <ActivityRow told={told} address={address} place={{ position: step, size: count, day: null }} open />
  );
}
