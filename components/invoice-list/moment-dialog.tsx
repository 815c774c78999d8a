'use client';

import { type FormEvent, useId, useState } from 'react';
import { instantAt } from '@/lib/calendar-spans';
import { useCompany } from '../shell/company-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';
import { isDayText } from './address-texts';

interface MomentDialogProps {
  /** What the list is of: "invoices". */
  of: string;
  asOf: string | null;
  onChoose(asOf: string | null): void;
  onClose(): void;
}

/** Asks for a day and, if that is not fine enough, a time. */
export function MomentDialog({ of, asOf, onChoose, onClose }: MomentDialogProps) {
  const { timeZone } = useCompany();
  const formId = useId();
  const [day, setDay] = useState(asOf && isDayText(asOf) ? asOf : '');
  const [time, setTime] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDayText(day)) setProblem('Choose a day.');
    else if (Date.parse(instantAt(day, time || '00:00', timeZone)) > Date.now())
      setProblem('This is yet to come. Choose a moment in the past.');
    else {
      onChoose(time ? instantAt(day, time, timeZone) : day);
      onClose();
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Show the ${of} as of`}
      description={`The list, and all that goes with it, as it was. Times are the company’s, ${timeZone}.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            Show
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <TextField
          label="Day"
          type="date"
          value={day}
          error={problem}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label="Time"
          type="time"
          description="Optional. Without one it is the end of the day."
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
