import { Square } from 'lucide-react';
import { useState } from 'react';
import type { UploadStatus } from '@/lib/import/upload';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';
import { ProgressBar } from './progress-bar';
import { timeLeft } from './size-words';

const number = new Intl.NumberFormat('en-US');

interface ImportProgressProps {
  status: UploadStatus;
  /** Throws with what to tell people. */
  stop(): Promise<void>;
}

/** How far an import is, how fast, and how long it will take still; and the button that stops it. */
export function ImportProgress({ status, stop }: ImportProgressProps) {
  const { phase, rows, elapsed, done, of } = status;
  const [stopping, setStopping] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isChecking = phase === 'checking';
  const rate = elapsed > 500 && rows > 0 ? Math.round(rows / (elapsed / 1000)) : null;
  const words = [
    `${isChecking ? 'Checked' : 'Wrote'} ${number.format(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    rate === null ? null : `${number.format(rate)} a second`,
    timeLeft({ done, of, elapsed }),
  ].filter((part) => part !== null);
  const cancel = async () => {
    setStopping(true);
    setProblem(null);
    try {
      await stop();
    } catch (error) {
      setProblem((error as Error).message);
    }
    setStopping(false);
  };
  return (
    <Card className="flex flex-col items-start gap-3 p-5">
      <h2 className="text-body font-semibold text-ink">
        {isChecking ? 'Step 1 of 2: checking the file' : 'Step 2 of 2: writing the events'}
      </h2>
      <div className="w-full">
        <ProgressBar
          label={isChecking ? 'Checking' : 'Writing'}
          done={done}
          of={of}
          words={words.join(' · ')}
          note={
            isChecking
              ? 'Nothing is written yet. It goes on by itself: you may leave this page and come back.'
              : 'It goes on by itself: you may leave this page and come back. What is written stays, if you stop it.'
          }
        />
      </div>
      <FormProblem>{problem}</FormProblem>
      <Button icon={<Square aria-hidden="true" />} pending={stopping} onClick={cancel}>
        {isChecking ? 'Cancel' : 'Stop'}
      </Button>
    </Card>
  );
}
