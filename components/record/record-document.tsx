'use client';

import type { Changes } from '@/lib/event-sourcing/event';
import { type ChildWords, type FieldWords, inWords } from '@/lib/field-words';
import { ChangedValue } from '../history/changed-value';
import { FieldHistoryButton, fieldArea, roomAfter } from '../history/field-history-button';
import { useShownState } from '../history/use-shown-state';
import { RecordLink } from '../invoice-list/record-link';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Cell, ColumnHeader, Table, TableHead, TableRow } from '../ui/table';
import { leafAt } from './leaf-at';
import type { RecordKind } from './record-kind';

type AnyKind<S extends object> = Pick<
  RecordKind<S, { type: string }>,
  'words' | 'elsewhere' | 'hrefOf' | 'sumOf'
>;

/** The record at the moment in view, field by field; what the event there changed is marked. */
export function RecordDocument<S extends object>({ kind }: { kind: AnyKind<S> }) {
  const { state, before, changes } = useShownState<S>();
  const words = kind.words(state, before);
  const fields = Object.entries(words.fields).filter(([path]) => !kind.elsewhere.includes(path));
  return (
    <div className="flex flex-col gap-4">
      <Card className="px-4 py-4 sm:py-5">
        <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 gap-y-2.5 text-dense sm:grid-cols-[8rem_minmax(0,1fr)]">
          {fields.map(([path, field]) => (
            <FieldRow key={path} {...{ kind, path, state, before, changes }} words={field} />
          ))}
        </dl>
      </Card>
      {Object.entries(words.children).map(([collection, children]) => (
        <ChildTable key={collection} {...{ kind, collection, state, before, changes }} words={children} />
      ))}
    </div>
  );
}

interface InView<S extends object> {
  kind: AnyKind<S>;
  state: S;
  before: S;
  changes: Changes;
}

interface FieldRowProps<S extends object> extends InView<S> {
  path: string;
  words: FieldWords<S>;
}

/** A field with its value; one that has none, and had none, is left out. */
function FieldRow<S extends object>(props: FieldRowProps<S>) {
  const { path, words, state, changes } = props;
  if (inWords(words, leafAt(state, path), state) === null && !changes[path]) return null;
  return (
    <div className={cn(fieldArea, 'col-span-2 grid grid-cols-subgrid items-baseline')}>
      <dt className="text-ink-2">{words.label}</dt>
      <dd className={cn(roomAfter, 'font-medium wrap-anywhere whitespace-pre-line text-ink')}>
        <Value {...props} />
        <FieldHistoryButton id={path} label={words.label} after />
      </dd>
    </div>
  );
}

/** A value, or old and new where the event in view changed it; a link where it leads somewhere. */
function Value<S extends object>({ kind, path, words, state, before, changes }: FieldRowProps<S>) {
  const text = inWords(words, leafAt(state, path), state);
  const href = text === null ? null : kind.hrefOf(path, state);
  return (
    <ChangedValue
      change={changes[path]}
      format={(value) => inWords(words, value, state) ?? ''}
      formatBefore={(value) => inWords(words, value, before) ?? ''}
    >
      {text === null ? (
        <span className="font-normal text-ink-3">none</span>
      ) : href ? (
        <RecordLink
          href={href}
          className="inline-flex min-h-6 items-start text-accent underline underline-offset-2"
        >
          {text}
        </RecordLink>
      ) : (
        <bdi>{text}</bdi>
      )}
    </ChangedValue>
  );
}

interface ChildTableProps<S extends object> extends InView<S> {
  collection: string;
  words: ChildWords<S>;
}

/** The children of one collection, a row each; one that the event in view took away is shown struck through. */
function ChildTable<S extends object>({ collection, words, ...view }: ChildTableProps<S>) {
  const { state, before, changes } = view;
  const ids = [...new Set([...idsIn(before, collection), ...idsIn(state, collection)])].filter(
    (id) => idsIn(state, collection).includes(id) || `${collection}.${id}.id` in changes,
  );
  if (ids.length === 0) return null;
  const fields = Object.entries(words.fields);
  const sum = view.kind.sumOf?.(collection, state);
  return (
    <Card className="overflow-x-auto">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 pt-4 pb-3">
        <h2 id={`${collection}-heading`} className="text-body font-semibold text-ink">
          {words.label} <span className="font-normal text-ink-2 tabular-nums">{ids.length}</span>
        </h2>
        {sum ? <p className="text-dense text-ink-2 tabular-nums">{sum}</p> : null}
      </div>
      <Table aria-labelledby={`${collection}-heading`} className="border-t border-line">
        <TableHead className="static">
          <TableRow className="hover:bg-transparent">
            {fields.map(([leaf, { label }]) => (
              <ColumnHeader key={leaf}>{label}</ColumnHeader>
            ))}
          </TableRow>
        </TableHead>
        <tbody>
          {ids.map((id) => (
            <TableRow key={id}>
              {fields.map(([leaf, field]) => {
                const path = `${collection}.${id}.${leaf}`;
                return (
                  <Cell key={leaf} className={cn(fieldArea, 'py-1 tabular-nums')}>
                    <div className={roomAfter}>
                      <Value {...view} path={path} words={field} />
                      <FieldHistoryButton id={path} label={field.label} after />
                    </div>
                  </Cell>
                );
              })}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

const idsIn = (state: object, collection: string): string[] =>
  Object.keys((state as Record<string, object | undefined>)[collection] ?? {});
