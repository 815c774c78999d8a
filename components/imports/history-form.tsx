'use client';

import { Play } from 'lucide-react';
import { useState } from 'react';
import type { ImportMapping } from '@/lib/import/mapping';
import type { FilePreview } from '@/lib/import/upload';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';
import { PreviewTable } from './preview-table';

interface HistoryFormProps {
  preview: FilePreview;
  start(asked: { mapping: ImportMapping; rejects: boolean }): Promise<void>;
}

/** An export of Retrace says itself what is what: there is nothing to choose. */
export function HistoryForm({ preview, start }: HistoryFormProps) {
  const [starting, setStarting] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const begin = async () => {
    setStarting(true);
    setRefused(null);
    try {
      await start({ mapping: {}, rejects: false });
    } catch (error) {
      setRefused((error as Error).message);
      setStarting(false);
    }
  };
  return (
    <>
      <Card className="flex flex-col items-start gap-3 p-5">
        <h2 className="text-body font-semibold text-ink">An export of Retrace</h2>
        <p className="text-dense text-ink-2">
          It becomes the same history again: the same records, events and hashes. Every hash chain is checked
          before anything is written. Records that are here already are passed over; those with another
          history here are left alone.
        </p>
        <FormProblem>{refused}</FormProblem>
        <Button variant="primary" icon={<Play aria-hidden="true" />} pending={starting} onClick={begin}>
          Start import
        </Button>
      </Card>
      <PreviewTable preview={preview} mapping={{}} pending={false} />
    </>
  );
}
