import type { ImportMapping } from '@/lib/import/mapping';
import type { FilePreview } from '@/lib/import/upload';
import { Badge } from '../ui/badge';
import { Card } from '../ui/card';
import { Cell, ColumnHeader, RowHeader, Table, TableRow } from '../ui/table';

interface PreviewTableProps {
  preview: FilePreview;
  mapping: ImportMapping;
  pending: boolean;
}

const roleNames = { case: 'Case', activity: 'Activity', timestamp: 'Time', resource: 'Who' } as const;

/** So many columns are shown; more than anybody looks through, and a file may have thousands. */
const mostColumns = 40;

/** The first rows of the file, and what each column is taken for. */
export function PreviewTable({ preview, mapping, pending }: PreviewTableProps) {
  const columns = preview.columns.slice(0, mostColumns);
  const hidden = preview.columns.length - columns.length;
  const roleOf = (column: string) =>
    (Object.keys(roleNames) as (keyof typeof roleNames)[]).find((role) => mapping[role] === column);
  return (
    <Card className="min-w-0 overflow-clip">
      <section
        aria-label="First rows of the file"
        aria-busy={pending}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        className="overflow-x-auto"
      >
        <Table>
          <caption className="sr-only">First rows of the file</caption>
          <thead>
            <tr>
              <ColumnHeader>Line</ColumnHeader>
              {columns.map((column) => {
                const role = roleOf(column);
                return (
                  <ColumnHeader key={column} className="max-w-60 py-1.5">
                    <span className="block truncate">{column}</span>
                    {role ? <Badge tone="accent">{roleNames[role]}</Badge> : null}
                  </ColumnHeader>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ line, cells }) => (
              <TableRow key={line}>
                <RowHeader className="text-ink-2 tabular-nums">{line}</RowHeader>
                {columns.map((column, index) => (
                  <Cell key={column} className="max-w-60 truncate">
                    {cells[index]}
                  </Cell>
                ))}
              </TableRow>
            ))}
          </tbody>
        </Table>
      </section>
      {hidden > 0 ? (
        <p className="border-line border-t px-4 py-2 text-label text-ink-2">
          {hidden.toLocaleString('en-US')} more {hidden === 1 ? 'column is' : 'columns are'} not shown.
        </p>
      ) : null}
    </Card>
  );
}
