import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';

/** For whom imports are not to do. */
export function NotTheirs({ because }: { because: string }) {
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader title="Imports" />
      <Card>
        <EmptyState title={<h2>Only managers and admins import files</h2>}>{because}</EmptyState>
      </Card>
    </div>
  );
}
