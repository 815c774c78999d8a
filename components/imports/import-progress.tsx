import type { UploadStatus } from '@/lib/import/upload';
import { Card } from '../ui/card';
import { ProgressBar } from './progress-bar';
import { timeLeft } from './size-words';

const number = new Intl.NumberFormat('en-US');

/** How far an import is, how fast, and how long it will take still. */
export function ImportProgress({ status }: { status: UploadStatus }) {
  const { phase, rows, elapsed, done, of } = status;
  const rate = elapsed > 500 && rows > 0 ? Math.round(rows / (elapsed / 1000)) : null;
  const words = [
    `${phase === 'checking' ? 'Checked' : 'Wrote'} ${number.format(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    rate === null ? null : `${number.format(rate)} a second`,
    timeLeft({ done, of, elapsed }),
  ].filter((part) => part !== null);
  return (
    <Card className="flex flex-col gap-3 p-5">
      <h2 className="text-body font-semibold text-ink">
        {phase === 'checking' ? 'Step 1 of 2: checking the file' : 'Step 2 of 2: writing the events'}
      </h2>
      <ProgressBar
        label={phase === 'checking' ? 'Checking' : 'Writing'}
        done={done}
        of={of}
        words={words.join(' · ')}
        note="It goes on by itself: you may leave this page and come back."
      />
    </Card>
  );
}
