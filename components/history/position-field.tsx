'use client';

import { type KeyboardEvent, useState } from 'react';
import { formatTime } from '@/lib/format-time';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { useTimeSettings } from '../ui/time-context';
import type { LoadedRecord } from './loaded-record';
import { useRecord } from './record-context';

interface PositionFieldProps {
  label: string;
  version: number;
  onChange(version: number): void;
}

/** With more events nobody finds theirs in a list. */
const mostChoices = 200;

/** Asks for a position of the record: from a list, or of a long history by its number. */
export function PositionField(props: PositionFieldProps) {
  const { log } = useRecord();
  // Another number is another field: what was typed into the old one is gone.
  return log.version > mostChoices ? (
    <TypedPosition key={props.version} {...props} />
  ) : (
    <ListedPosition {...props} />
  );
}

function ListedPosition({ label, version, onChange }: PositionFieldProps) {
  const tell = useTold();
  const { log } = useRecord();
  const options = log.events.map((event) => ({ value: String(event.version), label: tell(event.version) }));
  return (
    <SelectField
      label={label}
      value={String(version)}
      options={options.reverse()}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}

function TypedPosition({ label, version, onChange }: PositionFieldProps) {
  const tell = useTold();
  const { log } = useRecord();
  const [text, setText] = useState(String(version));
  const typed = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
  const isOne = typed >= 1 && typed <= log.version;
  const commit = () => isOne && typed !== version && onChange(typed);
  return (
    <NumberField
      label={label}
      kind="integer"
      value={text}
      description={isOne ? tell(typed) : undefined}
      error={isOne ? undefined : `Write the number of an event, from 1 to ${log.version}.`}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={({ key }: KeyboardEvent) => key === 'Enter' && commit()}
    />
  );
}

/** A position in words, as far as it is here. */
function useTold(): (version: number) => string {
  const { loaded } = useRecord();
  const settings = useTimeSettings();
  return (version) => {
    const now = version === loaded.log.version ? 'Now · ' : '';
    return `${now}Event ${version}${loaded.holds(version) ? toldIn(loaded, version, settings) : ''}`;
  };
}

function toldIn(loaded: LoadedRecord, version: number, settings: Parameters<typeof formatTime>[2]): string {
  const { actor, occurredAt } = loaded.event(version);
  return ` · ${formatTime(occurredAt, 'minute', settings)} · ${actor.name} ${loaded.narration(version).sentence}`;
}
