'use client';

import { ChevronDown } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { quickRange, quickRangeLabels, quickRanges, type TimeRange } from '@/lib/activity/time-range';
import { fromTyped, toTyped } from '@/lib/typed-moment';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { Input } from '../ui/input';
import { useNow, useTimeSettings } from '../ui/time-context';
import type { RangeControls } from './use-time-range';

interface RangeFormProps extends Pick<RangeControls, 'range' | 'show'> {
  /** The element that names the zone. */
  zoneId: string;
}

/** Date and time of either end, typed on the viewer's clock, and the usual ranges. */
export function RangeForm({ range, show, zoneId }: RangeFormProps) {
  const { timeZone } = useTimeSettings();
  const now = useNow() ?? '';
  const formId = useId();
  const [open, setOpen] = useState(false);
  const quick = quickRanges.find((name) => isRange(range, quickRange(name, now, timeZone)));
  const all = range.from === null && range.to === null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 @xl:gap-y-3">
      <div className="-ms-1 flex flex-wrap gap-0.5">
        <Quick on={all} onClick={() => show({ from: null, to: null })}>
          All of the time
        </Quick>
        {quickRanges.map((name) => (
          <Quick key={name} on={quick === name} onClick={() => show(quickRange(name, now, timeZone))}>
            {quickRangeLabels[name]}
          </Quick>
        ))}
      </div>
      {/* On a phone the fields would push away what they are for. */}
      <Button
        size="small"
        variant="ghost"
        className="-ms-1 @xl:hidden"
        aria-expanded={open}
        aria-controls={formId}
        icon={<ChevronDown aria-hidden="true" className={cn('transition-transform', open && 'rotate-180')} />}
        onClick={() => setOpen(!open)}
      >
        Type a range
      </Button>
      <TypedRange {...{ formId, open, range, timeZone, show, zoneId }} />
    </div>
  );
}

function Quick({ on, onClick, children }: { on: boolean; onClick(): void; children: string }) {
  return (
    <Button
      variant="ghost"
      size="small"
      aria-pressed={on}
      className={cn(
        on && 'bg-accent-soft text-accent enabled:hover:bg-accent-soft enabled:hover:text-accent',
      )}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

interface TypedRangeProps {
  formId: string;
  /** Where there is little room: has it been asked for? */
  open: boolean;
  range: TimeRange;
  timeZone: string;
  show(range: TimeRange): void;
  zoneId: string;
}

function TypedRange({ formId, open, range, timeZone, show, zoneId }: TypedRangeProps) {
  const id = useId();
  const shown = { from: typedOf(range.from, timeZone), to: typedOf(range.to, timeZone) };
  const [fields, setFields] = useState(shown);
  const [problem, setProblem] = useState<string>();
  // A range that was chosen elsewhere comes into the fields, which stay the same elements and keep the focus.
  const [known, setKnown] = useState(shown);
  if (known.from !== shown.from || known.to !== shown.to) {
    setKnown(shown);
    setFields(shown);
    setProblem(undefined);
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [from = null, to = null] = [fields.from, fields.to].map((text) => fromTyped(text, timeZone));
    const inputs = [...event.currentTarget.querySelectorAll('input')];
    // The browser keeps to itself what is typed only in part.
    const partly = inputs.some((input) => input.validity.badInput);
    if (partly || (fields.from && !from) || (fields.to && !to))
      setProblem('Write a whole date and time, such as 10 Nov 2026, 14:13, or leave the field empty.');
    else if (from && to && to <= from) setProblem('Choose an end that lies after the beginning.');
    else show({ from, to });
  };
  const field = (name: 'from' | 'to', label: string) => (
    <div className="flex w-full items-center gap-2 @xl:w-auto">
      <label htmlFor={`${id}-${name}`} className="w-9 shrink-0 text-dense font-medium text-ink-2 @xl:w-auto">
        {label}
      </label>
      <Input
        id={`${id}-${name}`}
        type="datetime-local"
        className="@xl:w-47"
        value={fields[name]}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : zoneId}
        onChange={(event) => {
          setProblem(undefined);
          setFields({ ...fields, [name]: event.target.value });
        }}
      />
    </div>
  );
  const changed = fields.from !== shown.from || fields.to !== shown.to;
  return (
    <form
      id={formId}
      noValidate
      onSubmit={submit}
      className={cn('flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-2', !open && '@max-xl:hidden')}
    >
      {field('from', 'From')}
      {field('to', 'To')}
      <Button type="submit" variant={changed ? 'primary' : 'secondary'}>
        Show
      </Button>
      <p id={`${id}-problem`} role="alert" className="w-full text-label font-medium text-danger empty:hidden">
        {problem}
      </p>
    </form>
  );
}

const typedOf = (instant: string | null, timeZone: string): string =>
  instant ? toTyped(instant, timeZone) : '';

const isRange = (a: TimeRange, b: TimeRange): boolean => a.from === b.from && a.to === b.to;
