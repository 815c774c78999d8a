import type { Narration } from '@/lib/event-sourcing/narrate';
import { Badge } from '../ui/badge';

/** An undone event says by what and whom; its undo says of what. */
export function RevertBadges({ narration }: { narration: Narration }) {
  const { of, revertedBy } = narration;
  return (
    <>
      {of ? (
        <Badge tone="undo">
          {narration.undoes ? 'Undo' : 'Redo'} of event {of.version}
        </Badge>
      ) : null}
      {revertedBy ? (
        <Badge tone="undo">
          {narration.undoes ? 'Re-applied' : 'Undone'} by <bdi>{revertedBy.actorName}</bdi>, event{' '}
          {revertedBy.version}
        </Badge>
      ) : null}
    </>
  );
}
