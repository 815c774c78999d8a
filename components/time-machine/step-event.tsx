import type { ToldEvent } from '@/lib/told-event';
import type { ActivityAddress } from '../activity/activity-address';
import { ActivityRow } from '../activity/activity-row';
import { InFeed } from '../activity/feed-article';

interface StepEventProps {
  told: ToldEvent;
  address: ActivityAddress;
  step: number;
  count: number;
}

/** The event of the window that is in view, with its difference. */
export function StepEvent({ told, address, step, count }: StepEventProps) {
  return (
    <InFeed position={step} size={count}>
      <ActivityRow told={told} address={address} open />
    </InFeed>
  );
}
