import type { SearchParams } from 'nuqs/server';
import { type Ask, asks, type ExplorerNumber, type Question } from '@/lib/explorer/question';
import { hrefWith, isActivity, readTexts, type Texts } from '../analytics/address-texts';
import { type AnalyticsAddress, usualDays } from '../analytics/analytics-address';

export const explorerPath = '/analytics/explorer';
export const stepFields = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6'] as const;

const isDays = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) <= 3660;
const isSeconds = (text: string): boolean => /^\d{1,12}(?:\.\d{1,9})?$/.test(text);

/** What is asked, beside the filters. */
const questionShapes = {
  ask: (text: string) => asks.some((ask) => ask === text),
  first: isActivity,
  second: isActivity,
  step1: isActivity,
  step2: isActivity,
  step3: isActivity,
  step4: isActivity,
  step5: isActivity,
  step6: isActivity,
  activity: isActivity,
};

const numberKinds = [
  ...['first', 'counted', 'young', 'followed', 'unfollowed', 'within', 'took', 'never'],
  ...['reached', 'left', 'by', 'recordsBy'],
];

/** The number whose records are listed. */
const numberShapes = {
  show: (text: string) => numberKinds.includes(text),
  within: isDays,
  least: isSeconds,
  below: isSeconds,
  most: isSeconds,
  step: (text: string) => /^[1-6]$/.test(text),
  by: isActivity,
};

/** What each is called on the page. */
function called(field: string): string {
  if (field === 'ask') return 'question';
  if (field === 'first' || field === 'second') return `${field} event`;
  if (field === 'activity') return 'event';
  return field in questionShapes ? field.replace('step', 'step ') : 'the records to list';
}

export type QuestionTexts = Texts<keyof typeof questionShapes>;
type NumberTexts = Texts<keyof typeof numberShapes>;

/** What an address asks beside the filters, which records it lists, and what of it could not be understood. */
export function readExplorerTexts(params: SearchParams): {
  texts: QuestionTexts;
  number: ExplorerNumber | null;
  unread: string[];
} {
  const question = readTexts(params, questionShapes, called);
  const number = readTexts(params, numberShapes, called);
  return {
    texts: question.texts,
    number: numberIn(number.texts),
    unread: [...new Set([...question.unread, ...number.unread])],
  };
}

function numberIn(texts: NumberTexts): ExplorerNumber | null {
  const seconds = (text: string) => (text === '' ? null : Number(text));
  switch (texts.show) {
    case '':
      return null;
    case 'within':
      return texts.within ? { kind: 'within', days: Number(texts.within) } : null;
    case 'took':
      return {
        kind: 'took',
        least: Number(texts.least),
        below: seconds(texts.below),
        most: seconds(texts.most),
      };
    case 'reached':
    case 'left':
      return texts.step ? { kind: texts.show, step: Number(texts.step) } : null;
    case 'by':
    case 'recordsBy':
      return texts.by ? { kind: texts.show, person: texts.by } : null;
    default:
      return { kind: texts.show as 'first' };
  }
}

function textsOf(number: ExplorerNumber): Partial<NumberTexts> {
  const seconds = (value: number | null) => (value === null ? '' : String(value));
  switch (number.kind) {
    case 'within':
      return { show: 'within', within: String(number.days) };
    case 'took': {
      const { least, below, most } = number;
      return { show: 'took', least: String(least), below: seconds(below), most: seconds(most) };
    }
    case 'reached':
    case 'left':
      return { show: number.kind, step: String(number.step) };
    case 'by':
    case 'recordsBy':
      return { show: number.kind, by: number.person };
    default:
      return { show: number.kind };
  }
}

/** The address of the Explorer asked this, and of the records behind a number of its answer. */
export function explorerHref(
  address: AnalyticsAddress,
  texts: QuestionTexts,
  number?: ExplorerNumber,
): string {
  const href = hrefWith(explorerPath, address, { ...texts, ...(number && textsOf(number)) });
  return number ? `${href}#records` : href;
}

export const askOf = ({ ask }: QuestionTexts): Ask => asks.find((each) => each === ask) ?? asks[0];

/**
 * What is asked, with what the kind of record has; of what it does not have, something that it has. Null where there is
 * nothing to ask about.
 *
 * @param days within how many days, where somebody chose; a funnel has none unless they did
 * @param usual by what a question begins that names nothing yet
 */
export function questionOf(
  texts: QuestionTexts,
  days: number | null,
  activities: readonly string[],
  usual: readonly [first: string, second: string],
): Question | null {
  const known = (activity: string) => activities.includes(activity);
  const [some, other = some] = activities;
  if (some === undefined || other === undefined) return null;
  const begin = usual.every(known) ? usual : [some, other];
  const pair = {
    first: known(texts.first) ? texts.first : begin[0],
    second: known(texts.second) ? texts.second : begin[1],
  };
  switch (askOf(texts)) {
    case 'follows':
      return { ask: 'follows', ...pair, days: days ?? usualDays };
    case 'between':
      return { ask: 'between', ...pair };
    case 'funnel': {
      const steps = stepFields.map((field) => texts[field]).filter(known);
      return {
        ask: 'funnel',
        steps: steps.length > 0 ? steps : begin,
        days,
      };
    }
    case 'who':
      return { ask: 'who', activity: known(texts.activity) ? texts.activity : null };
  }
}

/** A question as texts of an address, so that the fields show what was asked even where the address did not say it. */
export function questionTexts(question: Question): QuestionTexts {
  const none = { first: '', second: '', activity: '' };
  const steps = Object.fromEntries(stepFields.map((field) => [field, ''])) as Record<
    (typeof stepFields)[number],
    string
  >;
  const base = { ...none, ...steps, ask: question.ask };
  switch (question.ask) {
    case 'follows':
    case 'between':
      return { ...base, first: question.first, second: question.second };
    case 'funnel': {
      const given = question.steps.map((step, index) => [stepFields[index], step]);
      return { ...base, ...Object.fromEntries(given) };
    }
    case 'who':
      return { ...base, activity: question.activity ?? '' };
  }
}
