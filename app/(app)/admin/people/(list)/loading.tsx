import { ListSkeleton } from '@/components/record-list/list-skeleton';
import { TrailLink } from '@/components/shell/page-header';

/** The outline of the list while its rows are on their way. */
export default function PeopleLoading() {
  return (
    <ListSkeleton
      trail={<TrailLink href="/admin">Admin</TrailLink>}
      title="People"
      description="Who may sign in, and what each may do. Every change here has a history and an undo."
      controls={1}
      rows={7}
      rowClassName="h-24 sm:h-11"
    />
  );
}
