import Form from 'next/form';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonStyles } from '../ui/button-styles';
import { cn } from '../ui/cn';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { hrefWith } from './address-texts';
import { type AnalyticsAddress, mostDays, usualDays } from './analytics-address';
import { askedFilters } from './asked-words';
import { FoldedFilters } from './folded-filters';

export interface Choice {
  value: string;
  label: string;
}

/** What the filters offer, and what of the address could not be understood. */
export interface QuestionControls {
  unread: readonly string[];
  /** Of the company, in which days and times are meant. */
  timeZone: string;
  customers: readonly string[];
  people: readonly Choice[];
  workflows: readonly Choice[];
}

interface QuestionFiltersProps {
  /** The page that the filters are of. */
  action: string;
  address: AnalyticsAddress;
  controls: QuestionControls;
  /** What following within so many days means here; null where no page asks for days. */
  days?: string | null;
  /** What the person and the period narrow on this page. */
  person: string;
  period: string;
  /** What is offered in place of all kinds of records. */
  workflows?: readonly Choice[];
  undone?: string;
  /** What the button is called that unfolds them on a small screen. */
  fold?: string;
  /** Fields of the page's own, before the filters; `own` is what they hold. */
  children?: ReactNode;
  own?: Readonly<Record<string, string>>;
}

/** What the question is asked of. A plain form, whose fields are the address: it works before any script has come. */
export function QuestionFilters(props: QuestionFiltersProps) {
  const { action, address, controls, days = null, person, period } = props;
  const { workflows = controls.workflows, undone = 'Count undone events too' } = props;
  const { own = {}, fold = 'Filters' } = props;
  const backwards = address.from !== null && address.to !== null && address.to < address.from;
  const asked = askedFilters(days === null ? { ...address, days: null } : address, {
    ...controls,
    workflows,
  });
  return (
    // Filled in again, and folded, whenever the address is another one: Back brings back what was asked.
    <FoldedFilters
      key={JSON.stringify([address, own])}
      label={fold}
      unfolded={backwards}
      asked={asked.map(({ field, words }) => ({
        words,
        // Where a kind of record must be chosen there is none to leave out.
        without:
          field === 'workflow' && props.workflows
            ? null
            : hrefWith(action, { ...address, [field]: null }, own),
      }))}
    >
      <Form action={action} aria-label="Filters">
        {props.children}
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 @md:grid-cols-2 @3xl:grid-cols-4">
          <TextField
            label="From"
            name="from"
            type="date"
            defaultValue={address.from ?? ''}
            description={period}
          />
          <TextField
            label="To"
            name="to"
            type="date"
            defaultValue={address.to ?? ''}
            error={backwards ? 'The period ends before it begins, so nothing lies in it.' : undefined}
          />
          <TextField
            label="As of"
            name="asOf"
            type={address.asOf && !/^[^Z+]{16}$/.test(address.asOf) ? 'text' : 'datetime-local'}
            defaultValue={address.asOf ?? ''}
            description={`Empty is now. ${controls.timeZone} time.`}
          />
          <SelectField
            label="Records"
            name="workflow"
            options={workflows}
            placeholder={props.workflows ? undefined : 'All records'}
            defaultValue={address.workflow ?? ''}
          />
          <SelectField
            label="Person"
            name="person"
            options={controls.people}
            placeholder="Anybody"
            defaultValue={address.person ?? ''}
            description={person}
          />
          <TextField
            label="Customer"
            name="customer"
            list="analytics-customers"
            autoComplete="off"
            maxLength={300}
            defaultValue={address.customer ?? ''}
            description="By name; empty is all of them."
          />
          <datalist id="analytics-customers">
            {controls.customers.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          {days === null ? null : (
            <TextField
              label="Within days"
              name="days"
              type="number"
              min={1}
              max={mostDays}
              required
              defaultValue={address.days ?? usualDays}
              description={days}
            />
          )}
          <div
            className={cn(
              'col-span-full flex flex-wrap items-center gap-x-4 gap-y-2',
              // Beside two fields there is room for it; the label above them is as high.
              days === null && '@3xl:col-span-2 @3xl:h-9 @3xl:self-start @3xl:mt-6',
            )}
          >
            <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 text-dense text-ink">
              <input
                type="checkbox"
                name="undone"
                value="1"
                defaultChecked={address.undone !== null}
                className="switch h-6 w-7 shrink-0 cursor-pointer rounded-sm"
              />
              {undone}
            </label>
            <span className="ms-auto flex gap-2">
              <Link href={action} className={buttonStyles({ variant: 'ghost' })}>
                Clear filters
              </Link>
              <button type="submit" className={buttonStyles({ variant: 'primary' })}>
                Show
              </button>
            </span>
          </div>
        </div>
      </Form>
    </FoldedFilters>
  );
}
