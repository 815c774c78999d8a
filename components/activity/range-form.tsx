'use client';

import { type FormEvent, useState } from 'react';
import {
  fromTyped,
  type QuickRange,
  quickRange,
  quickRangeLabels,
  quickRanges,
  type TimeRange,
  toTyped,
} from '@/lib/activity/time-range';
import { Button } from '../ui/button';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { useNow, useTimeSettings } from '../ui/time-context';
import type { RangeControls } from './use-time-range';

/** Date and time of either end, typed on the viewer's clock, and the usual ranges. */
export function RangeForm({ range, show }: Pick<RangeControls, 'range' | 'show'>) {
  const { timeZone } = useTimeSettings();
  const now = useNow() ?? '';
  const quick = quickRanges.find((name) => isRange(range, quickRange(name, now, timeZone)));
  const choose = (name: string) => {
    if (name === 'all') show({ from: null, to: null });
    else if (name !== 'custom') show(quickRange(name as QuickRange, now, timeZone));
  };
  const all = range.from === null && range.to === null;
  const options = [
    { value: 'all', label: 'All of the time' },
    ...quickRanges.map((name) => ({ value: name, label: quickRangeLabels[name] })),
    ...(quick || all ? [] : [{ value: 'custom', label: 'As typed' }]),
  ];
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        label="Range"
        hideLabel
        fieldClassName="w-full @md:w-36"
        value={quick ?? (all ? 'all' : 'custom')}
        onChange={(event) => choose(event.target.value)}
        options={options}
      />
      <TypedRange
        key={`${range.from} ${range.to} ${timeZone}`}
        range={range}
        timeZone={timeZone}
        show={show}
      />
    </div>
  );
}

interface TypedRangeProps {
  range: TimeRange;
  timeZone: string;
  show(range: TimeRange): void;
}

function TypedRange({ range, timeZone, show }: TypedRangeProps) {
  const shown = { from: typedOf(range.from, timeZone), to: typedOf(range.to, timeZone) };
  const [fields, setFields] = useState(shown);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [from, to] = [fields.from, fields.to].map((text) => (text ? fromTyped(text, timeZone) : null));
    if ((fields.from && !from) || (fields.to && !to))
      setProblem('Write a date and a time, such as 10 Nov 2026, 14:13.');
    else if (from && to && to <= from) setProblem('Choose an end that lies after the beginning.');
    else show({ from: from ?? null, to: to ?? null });
  };
  const field = (name: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      type="datetime-local"
      size="medium"
      fieldClassName="min-w-0 flex-1 flex-row items-center gap-2 @2xl:flex-none [&_label]:text-ink-2 [&_input]:w-full @2xl:[&_input]:w-47"
      value={fields[name]}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? 'range-problem' : 'range-zone'}
      onChange={(event) => {
        setProblem(undefined);
        setFields({ ...fields, [name]: event.target.value });
      }}
    />
  );
  const changed = fields.from !== shown.from || fields.to !== shown.to;
  return (
    <form noValidate onSubmit={submit} className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-2">
      {field('from', 'From')}
      {field('to', 'to')}
      <Button type="submit" variant={changed ? 'primary' : 'secondary'}>
        Show
      </Button>
      <span id="range-zone" className="text-label text-ink-2">
        <span className="sr-only">Times of the zone </span>
        {timeZone.replaceAll('_', ' ')}
      </span>
      <p id="range-problem" role="alert" className="w-full text-label font-medium text-danger empty:hidden">
        {problem}
      </p>
    </form>
  );
}

const typedOf = (instant: string | null, timeZone: string): string =>
  instant ? toTyped(instant, timeZone) : '';

const isRange = (a: TimeRange, b: TimeRange): boolean => a.from === b.from && a.to === b.to;
