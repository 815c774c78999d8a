import { activityKindLabels, activityKinds } from '@/lib/activity/activity-query';
import { type BucketSize, bucketWords } from '@/lib/activity/buckets';
import { type Bar, kindColours } from './density-bars';

/** What a bar stands for, and its colours. */
export function DensityLegend({ counts, size }: { counts: readonly Bar[]; size: BucketSize }) {
  const present = activityKinds.filter((kind) => counts.some((bar) => bar.kind === kind));
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-label text-ink-2">
      <span>
        A bar is {bucketWords(size)}
        {present.length > 0 ? ', coloured by what most of it is about' : ''}
      </span>
      {present.map((kind) => (
        <span key={kind} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="size-2 rounded-xs forced-color-adjust-none"
            style={{ background: kindColours[kind] }}
          />
          {activityKindLabels[kind]}
        </span>
      ))}
    </p>
  );
}
