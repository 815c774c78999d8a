'use client';

import { type FormEvent, useId, useState } from 'react';
import { formatTime } from '@/lib/format-time';
import { fromTyped, toTyped } from '@/lib/typed-moment';
import { useCompany } from '../shell/company-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { useTimeSettings } from '../ui/time-context';
import { jumpTarget, zonesToChoose } from './jump-target';
import { useMomentInView, useRecord } from './record-context';
import { askOfRecord } from './record-query';

/** Asks for a date, a time and the zone they are meant in, and shows the record as it was then. */
export function JumpDialog({ onClose }: { onClose(): void }) {
  const { log, loaded, streamId } = useRecord();
  const { version, show } = useMomentInView();
  const settings = useTimeSettings();
  const company = useCompany();
  const formId = useId();
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [text, setText] = useState(() => toTyped(loaded.event(version).occurredAt, settings.timeZone));
  const [problem, setProblem] = useState<'none' | 'before' | 'away' | null>(null);

  const goTo = (target: number) => {
    show(target);
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const target = jumpTarget(log.events, text, timeZone);
    if (target.kind === 'version') return goTo(target.version);
    if (target.kind === 'none' || log.start.version === 0) return setProblem(target.kind);
    // Before the events that the page has: the server knows.
    try {
      const then = await askOfRecord<{ version: number }>(streamId, 'version', { at: target.instant });
      if (then.version > 0) goTo(then.version);
      else setProblem('before');
    } catch {
      setProblem('away');
    }
  };
  // The browser writes the field in its own way, which may have the month first.
  const meant = fromTyped(text, timeZone);
  const created = loaded.holds(1)
    ? ` It was created on ${formatTime(loaded.event(1).occurredAt, 'full', { ...settings, timeZone })}.`
    : '';
  const problems = {
    none: 'Write a whole date and time, such as 10 Nov 2026, 14:13:00.',
    before: `This record did not exist yet.${created} Choose ${created ? 'that moment or ' : ''}a later one.`,
    away: 'The server could not be reached. Try again in a moment.',
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Go to a moment"
      description="Shows the record after the last event at or before it."
      footer={
        <>
          {problem === 'before' ? <Button onClick={() => goTo(1)}>Show its creation</Button> : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            Go
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <TextField
          label="Date and time"
          type="datetime-local"
          // With seconds, which tell events of one minute apart.
          step={1}
          value={text}
          description={meant ? formatTime(meant, 'full', { ...settings, timeZone }) : undefined}
          error={problem ? <span role="alert">{problems[problem]}</span> : undefined}
          onChange={(event) => {
            setProblem(null);
            setText(event.target.value);
          }}
        />
        <SelectField
          label="Time zone"
          value={timeZone}
          options={zonesToChoose(settings.timeZone, company.timeZone)}
          onChange={(event) => {
            setProblem(null);
            setTimeZone(event.target.value);
          }}
        />
      </form>
    </Dialog>
  );
}
