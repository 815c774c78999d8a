'use client';

import { useMemo, useRef, useState } from 'react';
import { asOfVersion, type Field, type FieldEntry, fieldHistory } from '@/lib/event-sourcing/field-history';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { cn } from '../ui/cn';
import { Dialog } from '../ui/dialog';
import { FormNote } from '../ui/form-note';
import { Time } from '../ui/time';
import { type FieldHistoryProps, type FieldsOf, nameOf } from './field-history-context';
import { FieldHistoryEntry } from './field-history-entry';
import { useMomentInView, useRecord } from './record-context';
import { rowControl } from './use-go-to';

interface FieldHistoryDialogProps extends FieldHistoryProps {
  fieldsOf: FieldsOf;
}

/** More are shown when they are asked for: a figure may have been moved a thousand times. */
const shownAtFirst = 25;

/**
 * Why a value is here: the events that made it, up to the moment in view, each leading to its row in the history. What
 * happens while it is open comes in.
 */
export function FieldHistoryDialog({ asked, fieldsOf, onGoTo, onClose }: FieldHistoryDialogProps) {
  const { log: whole, person } = useRecord();
  const { version, isPast } = useMomentInView();
  const [{ field: first, among }] = useState(() => fieldsOf(asked.id, asked.label));
  const [field, setField] = useState(first);
  const [all, showAll] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const [returnTo] = useState(newReturn);
  const log = useMemo(() => asOfVersion(whole, version), [whole, version]);
  const { value, atCreation, latest, entries } = useMemo(() => fieldHistory(log, field), [log, field]);

  const [seen, setSeen] = useState({ field, version: log.version });
  if (seen.field !== field) setSeen({ field, version: log.version });
  const news = latest > seen.version ? log.history.event(latest) : null;

  const shown = all ? entries : entries.slice(0, shownAtFirst);
  const standing = entries.flatMap((entry) => [entry, ...entry.reverts]).filter(({ stands }) => stands);
  const goTo = (to: number) => {
    returnTo.version = to;
    onGoTo(to);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      // What is to be read comes first, and scrolls.
      initialFocus={content}
      finalFocus={returnTo}
      size="medium"
      title={
        <>
          Why is this value here?{' '}
          <span className="font-normal text-ink-2">{nameOf({ label: field.label, of: asked.of })}</span>
        </>
      }
    >
      <div ref={content} tabIndex={-1} className="flex flex-col gap-4 outline-none">
        {among.length > 1 ? <Choices {...{ among, field }} onChoose={setField} /> : null}
        {isPast ? (
          <p className="rounded-control border border-past-line bg-past-fill px-3 py-2 text-dense text-past-ink">
            As of event {version}, <Time at={log.history.event(version).occurredAt} show="minute" />. What
            came later is left out.
          </p>
        ) : null}
        <FormNote>
          {news ? (
            <>
              <bdi>{news.actor.id === person.id ? 'You' : news.actor.name}</bdi> changed this meanwhile.
            </>
          ) : null}
        </FormNote>
        <div>
          <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-x-6 gap-y-2">
            <Value label={isPast ? 'The value then' : 'The value now'} className="font-semibold">
              {value}
            </Value>
            {isUnchanged(entries) ? null : <Value label="At creation">{atCreation}</Value>}
          </dl>
          <p className="mt-2 text-dense text-ink-2">{summaryOf(field, entries)}</p>
        </div>
        <ol aria-label="What made it" className="flex flex-col">
          {shown.map((entry, index) => (
            <FieldHistoryEntry
              key={entry.version}
              {...{ log, entry }}
              mark={markOf(field, standing.length)}
              isLast={index === entries.length - 1}
              onGoTo={goTo}
            />
          ))}
        </ol>
        {entries.length > shown.length ? (
          <Button size="small" className="self-start" onClick={() => showAll(true)}>
            Show {entries.length - shown.length} older
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}

/** What is said of a change that the value stands by. */
function markOf({ paths }: Field, count: number): string {
  if (!paths) return 'It stands as this left it';
  return count === 1 ? 'The value stands by this change' : 'A part of the value stands by this change';
}

/** Where the focus goes on closing: the row that was gone to, which may be on the page only then; else by default. */
function newReturn() {
  return {
    version: 0,
    get current(): HTMLElement | null {
      return this.version > 0 ? rowControl(this.version) : null;
    },
  };
}

interface ChoicesProps {
  among: readonly Field[];
  field: Field;
  onChoose(field: Field): void;
}

/** A line, and each of its values. */
function Choices({ among, field, onChoose }: ChoicesProps) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {among.map((choice) => (
        <button
          key={choice.label}
          type="button"
          aria-pressed={choice === field}
          onClick={() => onChoose(choice)}
          className={buttonStyles({
            size: 'small',
            className:
              'enabled:hover:bg-sunken aria-pressed:border-ink-2 aria-pressed:bg-sunken aria-pressed:font-semibold',
          })}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

interface ValueProps {
  label: string;
  className?: string;
  children: string | null;
}

function Value({ label, className, children }: ValueProps) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-ink-2">{label}</dt>
      <dd className={cn('text-body wrap-anywhere whitespace-pre-line text-ink tabular-nums', className)}>
        {children === null ? <span className="font-normal text-ink-3">none</span> : <bdi>{children}</bdi>}
      </dd>
    </div>
  );
}

/** There is one event, which brought it. */
const isUnchanged = ([newest, ...others]: readonly FieldEntry[]): boolean =>
  others.length === 0 && newest?.reverts.length === 0;

/** How often it changed, in a sentence. */
function summaryOf({ paths }: Field, entries: readonly FieldEntry[]): string {
  const [newest] = entries;
  if (!newest) return 'No event has set it: it is what it was from the beginning.';
  if (isUnchanged(entries)) {
    return newest.version === 1
      ? 'It was never changed since the record was created.'
      : `It was never changed since it came with event ${newest.version}.`;
  }
  const changes = entries.filter(({ version }) => version > 1);
  const undone = changes.filter(({ inForce }) => !inForce).length;
  const count = changes.length === 1 ? 'One event' : `${changes.length} events`;
  const taken = undone === 0 ? '' : `, of which ${undone === 1 ? 'one is' : `${undone} are`} undone`;
  return paths
    ? `${count} changed it since the record was created${taken}.`
    : `It is worked out from what the record holds. ${count} moved it since the creation${taken}.`;
}
