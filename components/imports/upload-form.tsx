'use client';

import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FormProblem } from '../ui/form-problem';
import { ProgressBar } from './progress-bar';
import { sizeWords } from './size-words';
import { uploadFile } from './upload-file';

/** Chooses a file, or takes one that is dropped, and sends it; what is in it is looked at on a page of its own. */
export function UploadForm({ largest }: { largest: number }) {
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ done: number; of: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = useRef<AbortController>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) return setProblem('Choose a file first.');
    if (file.size > largest)
      return setProblem(
        `${file.name} has ${sizeWords(file.size)}; at most ${sizeWords(largest)} can be sent. Import it with npm run retrace -- import FILE.`,
      );
    setProblem(null);
    setSending({ done: 0, of: file.size });
    stop.current = new AbortController();
    try {
      const upload = await uploadFile(file, (done, of) => setSending({ done, of }), stop.current.signal);
      router.push(`/imports/${upload}`);
    } catch (error) {
      setSending(null);
      setProblem((error as Error).message);
    }
  };

  return (
    <Card className="p-5">
      <form onSubmit={send} className="flex flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <label htmlFor={id} className="text-dense font-medium text-ink">
            File
          </label>
          <input
            ref={input}
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,.xes,.jsonl,.ndjson,.gz"
            aria-describedby={`${id}-description`}
            className="w-full min-w-0 rounded-card border border-line-strong border-dashed bg-sunken/50 px-4 py-8 text-dense text-ink file:me-3 file:rounded-control file:border file:border-line file:bg-panel file:px-3 file:py-1.5 file:font-medium file:text-ink hover:border-ink-3"
          />
          <p id={`${id}-description`} className="text-label text-ink-2">
            An event log as CSV, XES or JSON Lines, packed by gzip or not, or an export of Retrace. Nothing is
            imported before you have seen what is in it.
          </p>
        </div>
        <FormProblem>{problem}</FormProblem>
        {sending ? (
          <ProgressBar
            label="Sending the file"
            {...sending}
            words={`Sent ${sizeWords(sending.done)} of ${sizeWords(sending.of)}`}
          />
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            pending={sending !== null}
            icon={<Upload aria-hidden="true" />}
          >
            Upload
          </Button>
          {sending ? <Button onClick={() => stop.current?.abort()}>Cancel</Button> : null}
        </div>
      </form>
    </Card>
  );
}
