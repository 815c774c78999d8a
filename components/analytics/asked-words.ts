import { formatDay } from '@/lib/calendar';
import { formatTime } from '@/lib/format-time';
import type { AnalyticsAddress } from './analytics-address';
import { many } from './question-words';

/** A filter in force, in a few words: "From 1 Oct 2026". */
export interface AskedFilter {
  field: keyof AnalyticsAddress;
  words: string;
}

type Choices = readonly { value: string; label: string }[];

const label = (choices: Choices, value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

/** What is asked in short words, one a filter that is set. */
export function askedFilters(
  address: AnalyticsAddress,
  { people, workflows, timeZone }: { people: Choices; workflows: Choices; timeZone: string },
): AskedFilter[] {
  const words: {
    [Field in keyof AnalyticsAddress]: (value: NonNullable<AnalyticsAddress[Field]>) => string;
  } = {
    from: (day) => `From ${formatDay(day)}`,
    to: (day) => `To ${formatDay(day)}`,
    asOf: (moment) => `As of ${momentWords(moment, timeZone)}`,
    workflow: (name) => label(workflows, name),
    person: (id) => label(people, id),
    customer: (name) => name,
    days: (days) => `Within ${many(days, 'day')}`,
    undone: () => 'Undone events too',
  };
  const told = <Field extends keyof AnalyticsAddress>(field: Field): AskedFilter[] => {
    const value = address[field];
    return value === null ? [] : [{ field, words: words[field](value as NonNullable<typeof value>) }];
  };
  return (Object.keys(words) as (keyof AnalyticsAddress)[]).flatMap(told);
}

/** A day, a time on the company's clock as it was typed, or an instant, on that clock too. */
function momentWords(moment: string, timeZone: string): string {
  if (moment.length === 10) return formatDay(moment);
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(moment))
    return formatTime(moment, 'minute', { timeZone, hourCycle: 'h23' });
  return `${formatDay(moment.slice(0, 10))}, ${moment.slice(11)}`;
}
