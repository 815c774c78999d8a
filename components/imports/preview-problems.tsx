import type { FilePreview } from '@/lib/import/upload';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';

const number = new Intl.NumberFormat('en-US');

/** What is wrong with the first rows, each with its line and column; or what kinds of things happened in them. */
export function PreviewProblems({ preview, problem }: { preview: FilePreview; problem: string | null }) {
  const { checked, bad, problems, activities } = preview;
  return (
    <div className="flex flex-col gap-3">
      <FormProblem>{problem}</FormProblem>
      <p role="status" className="text-dense text-ink">
        {bad > 0
          ? `${number.format(bad)} of the first ${number.format(checked)} rows cannot be imported.`
          : activities.length > 0
            ? `The first ${number.format(checked)} ${checked === 1 ? 'row is' : 'rows are'} all right.`
            : ''}
      </p>
      {bad > 0 ? (
        <Card className="p-4">
          <h2 className="text-dense font-semibold text-ink">What is wrong with them</h2>
          <ul className="mt-2 flex flex-col gap-1 text-dense">
            {problems.map(({ line, column, message }) => (
              <li key={`${line} ${column}`} className="wrap-anywhere">
                <span className="font-medium text-ink">
                  Line {number.format(line)}
                  {column === null ? '' : `, column “${column}”`}:
                </span>{' '}
                <span className="text-ink-2">{message}</span>
              </li>
            ))}
          </ul>
          {bad > problems.length ? (
            <p className="mt-2 text-label text-ink-2">And {number.format(bad - problems.length)} more.</p>
          ) : null}
        </Card>
      ) : null}
      {activities.length > 0 ? (
        <p className="text-dense text-ink-2">
          What happened in them:{' '}
          {activities.map(({ name, count }) => `${name} (${number.format(count)})`).join(', ')}
        </p>
      ) : null}
    </div>
  );
}
