'use client';

import { Play } from 'lucide-react';
import Link from 'next/link';
import { type FormEvent, useId, useState } from 'react';
import type { ImportMapping, Role } from '@/lib/import/mapping';
import type { FilePreview } from '@/lib/import/upload';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { Checkbox } from '../ui/checkbox';
import { FormProblem } from '../ui/form-problem';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { PreviewProblems } from './preview-problems';
import { PreviewTable } from './preview-table';
import { usePreview } from './use-preview';

interface MappingFormProps {
  id: string;
  first: FilePreview;
  /** What was chosen before the import failed or was cancelled. */
  before: ImportMapping | null;
  start(asked: { mapping: ImportMapping; rejects: boolean }): Promise<void>;
}

const roles: readonly { role: Role; label: string; description: string }[] = [
  { role: 'case', label: 'Case', description: 'Rows with the same one become one record.' },
  { role: 'activity', label: 'Activity', description: 'What happened.' },
  { role: 'timestamp', label: 'Time', description: 'When it happened.' },
  { role: 'resource', label: 'Who or what did it', description: 'May be none.' },
];

/** What is in which column, with the first rows as they will be, and the button that begins. */
export function MappingForm({ id, first, before, start }: MappingFormProps) {
  const [mapping, setMapping] = useState<ImportMapping>(() => before ?? mappingOf(first));
  const [rejects, setRejects] = useState(false);
  const [starting, setStarting] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const rejectsId = useId();
  const { preview, pending, problem } = usePreview(id, first, mapping);
  const change = (changed: Partial<ImportMapping>) => setMapping((chosen) => ({ ...chosen, ...changed }));
  const missing = roles.filter(({ role }) => role !== 'resource' && !mapping[role]);
  const blocked = blockedBecause({ missing: missing.map(({ label }) => label), preview, rejects, problem });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setStarting(true);
    setRefused(null);
    try {
      await start({ mapping, rejects });
    } catch (error) {
      setRefused((error as Error).message);
      setStarting(false);
    }
  };

  const columns = first.columns.map((name) => ({ value: name, label: name }));
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Card className="flex flex-col gap-4 p-5">
        <h2 className="text-body font-semibold text-ink">What is in which column?</h2>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          {roles.map(({ role, label, description }) => (
            <SelectField
              key={role}
              label={label}
              description={description}
              options={columns}
              placeholder={role === 'resource' ? 'None' : 'Choose a column'}
              value={mapping[role] ?? ''}
              onChange={({ target }) =>
                change({ [role]: target.value || (role === 'resource' ? null : undefined) })
              }
            />
          ))}
          <TextField
            label="Name of the log"
            description="Importing into the same name adds to its records."
            value={mapping.log ?? ''}
            maxLength={200}
            onChange={({ target }) => change({ log: target.value || undefined })}
          />
          <TextField
            label="Time zone"
            description="Of times that name none: UTC, or such as Europe/Berlin."
            value={mapping.timeZone ?? ''}
            placeholder="UTC"
            onChange={({ target }) => change({ timeZone: target.value || undefined })}
          />
          <SelectField
            label="Dates such as 03/04/2026"
            description="Where the file has any."
            placeholder="Are not in it"
            options={[
              { value: 'dmy', label: 'The day first' },
              { value: 'mdy', label: 'The month first' },
            ]}
            value={mapping.dateOrder ?? ''}
            onChange={({ target }) =>
              change({ dateOrder: (target.value || undefined) as ImportMapping['dateOrder'] })
            }
          />
        </div>
        <p className="text-dense text-ink-2">All other columns become fields of the record.</p>
      </Card>
      <PreviewTable preview={preview} mapping={mapping} pending={pending} />
      <PreviewProblems preview={preview} problem={problem} />
      <div className="flex items-start gap-2.5 text-dense text-ink">
        <Checkbox
          id={rejectsId}
          label="Put bad rows aside"
          checked={rejects}
          onChange={({ target }) => setRejects(target.checked)}
          aria-describedby={`${rejectsId}-description`}
        />
        <p>
          <span aria-hidden="true" className="font-medium">
            Put bad rows aside
          </span>
          <span id={`${rejectsId}-description`} className="block text-label text-ink-2">
            They go to a file of their own, and the others are imported. Without it one bad row stops the
            import, and nothing is written.
          </span>
        </p>
      </div>
      <FormProblem>{refused}</FormProblem>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          icon={<Play aria-hidden="true" />}
          pending={starting}
          disabledReason={blocked}
        >
          Start import
        </Button>
        <Link href="/imports" prefetch={false} className={buttonStyles()}>
          Choose another file
        </Link>
      </div>
    </form>
  );
}

function mappingOf({ found, log }: FilePreview): ImportMapping {
  const { case: ofCase, activity, timestamp, resource } = found;
  return {
    ...(ofCase && { case: ofCase }),
    ...(activity && { activity }),
    ...(timestamp && { timestamp }),
    resource: resource ?? null,
    log,
  };
}

function blockedBecause({
  missing,
  preview,
  rejects,
  problem,
}: {
  missing: readonly string[];
  preview: FilePreview;
  rejects: boolean;
  problem: string | null;
}): string | null {
  if (missing.length > 0) return `Choose the column of: ${missing.join(', ')}.`;
  if (problem) return problem;
  if (preview.bad > 0 && !rejects)
    return 'Some of the first rows cannot be imported, see above. Choose other columns, or put bad rows aside.';
  return null;
}
