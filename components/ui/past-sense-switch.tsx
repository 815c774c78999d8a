'use client';

import { type PastSense, pastSenseLabels, pastSenses } from '@/lib/past-sense';
import { cn } from './cn';

interface PastSenseSwitchProps {
  sense: PastSense;
  onChoose(sense: PastSense): void;
}

/** In which sense the past is shown: with what has been recorded since, or without. */
export function PastSenseSwitch({ sense, onChoose }: PastSenseSwitchProps) {
  return (
    <fieldset
      aria-label="What counts"
      className="m-0 inline-flex shrink-0 rounded-control border border-past-line bg-panel p-0.5 text-dense"
    >
      {pastSenses.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === sense}
          onClick={() => each !== sense && onChoose(each)}
          className={cn(
            'min-h-6 rounded-sm px-2 font-medium whitespace-nowrap hover:text-ink forced-colors:aria-pressed:underline',
            each === sense ? 'bg-past-fill text-past-ink' : 'text-ink-2',
          )}
        >
          {pastSenseLabels[each]}
        </button>
      ))}
    </fieldset>
  );
}
