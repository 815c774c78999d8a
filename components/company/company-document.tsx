'use client';

import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { Company } from '@/lib/company/company';
import { settingLabels } from '@/lib/company/describe-changes';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton, fieldArea, roomAfter } from '../history/field-history-button';
import { OpenedRecord } from '../history/opened-record';
import { useRecord } from '../history/record-context';
import { useShownState } from '../history/use-shown-state';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { loadPart } from '../ui/load-part';
import { type SectionName, sectionsOf } from './sections';

const CompanyForm = dynamic(
  () => loadPart(() => import('./company-form').then((module) => module.CompanyForm)),
  { ssr: false },
);

/** The settings at the moment in view, section by section; what the event there changed is marked. */
export function CompanyDocument() {
  const { locked, isPast } = useRecord();
  const { state, before, changes } = useShownState<Company>();
  const [open, setOpen] = useState<SectionName | null>(null);
  // Back may lead into the past while a form is open; nothing can be changed there.
  useEffect(() => {
    if (isPast) setOpen(null);
  }, [isPast]);
  return (
    <Card>
      {sectionsOf(state, before).map(({ name, title, about, rows }) => (
        <section
          key={name}
          aria-labelledby={`section-${name}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-8 gap-y-3 border-b border-line p-4 last:border-b-0 sm:px-7 sm:py-5 md:grid-cols-[15rem_minmax(0,1fr)_auto]"
        >
          <div>
            <h2 id={`section-${name}`} className="text-body font-semibold text-ink">
              {title}
            </h2>
            <p className="mt-0.5 text-label text-ink-2">{about}</p>
          </div>
          <Button
            size="small"
            className="md:col-start-3 md:row-start-1"
            icon={<Pencil aria-hidden="true" />}
            aria-label={`Edit ${title.toLowerCase()}`}
            disabledReason={locked}
            onClick={() => setOpen(name)}
          >
            Edit
          </Button>
          <dl className="grid grid-cols-[7rem_minmax(0,1fr)] content-start gap-x-4 gap-y-2 text-dense max-md:col-span-2 md:col-start-2 md:row-start-1">
            {rows.map(({ label, path, value, none, format = String, formatBefore = format }) => (
              <div key={path} className={cn(fieldArea, 'col-span-2 grid grid-cols-subgrid items-baseline')}>
                <dt className="text-ink-2">{label}</dt>
                <dd
                  className={cn(
                    roomAfter,
                    'font-medium break-words whitespace-pre-line text-ink tabular-nums',
                  )}
                >
                  <ChangedValue change={changes[path]} format={format} formatBefore={formatBefore}>
                    {value === null ? <span className="font-normal text-ink-3">{none}</span> : format(value)}
                  </ChangedValue>
                  <FieldHistoryButton id={path} label={settingLabels[path] ?? label} after />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {open ? (
        <OpenedRecord>
          <CompanyForm section={open} onClose={() => setOpen(null)} />
        </OpenedRecord>
      ) : null}
    </Card>
  );
}
