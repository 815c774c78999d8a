import { activityWords } from '@/lib/analytics/act-words';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { ExplorerNumber, Question } from '@/lib/explorer/question';
import { durationWords } from '@/lib/figure-words';

/** What an answer's words need to know. */
/** Where the records behind a number of an answer are; none where it counts none. */
export type HrefOf = (number: ExplorerNumber, count: number) => string | null;

export interface AnswerNames {
  workflow: string;
  /** Several of its records: "invoices". */
  many: string;
  person(id: string): string;
}

export const daysWords = (days: number) => (days === 1 ? '1 day' : `${days} days`);

/** An act by its name, within a sentence. */
export function actWords({ workflow }: AnswerNames, activity: string): string {
  const words = activityWords(workflow, activity);
  return workflow === 'record' ? `“${isolated(words)}”` : words.charAt(0).toLowerCase() + words.slice(1);
}

/** The question and how its answer counts, in a sentence or two. */
export function definitionOf(question: Question, names: AnswerNames): string {
  const act = (activity: string) => actWords(names, activity);
  switch (question.ask) {
    case 'follows':
      return `Of every time that ${act(question.first)} happened, how often ${act(question.second)} happened on the same record after it, within ${daysWords(question.days)}. Only those count whose ${daysWords(question.days)} are over; the others are too young to tell.`;
    case 'between':
      return `The time from every ${act(question.first)} to the next ${act(question.second)} on the same record. What never came to it is counted beside, and not in the times.`;
    case 'funnel':
      return `How many ${names.many} had the first event, and then, each time after the step before, the next one${question.days === null ? '' : `, all within ${daysWords(question.days)} of the first`}. Of each event the first that comes after the step before counts.`;
    case 'who':
      return question.activity === null
        ? `Who did how much, on how many ${names.many}.`
        : `Who did it: ${act(question.activity)}, how often and on how many ${names.many}.`;
  }
}

/** What a number counts, as the head of the list of its records. */
export function numberWords(question: Question, number: ExplorerNumber, names: AnswerNames): string {
  const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  if (question.ask === 'funnel') {
    const step = number.kind === 'reached' || number.kind === 'left' ? number.step : 1;
    const at = (place: number) => actWords(names, question.steps[place - 1] ?? '');
    return number.kind === 'left'
      ? upper(`${at(step - 1)}, but no ${at(step)} after it`)
      : upper(`${at(step)}, as step ${step}`);
  }
  const what =
    question.ask === 'who'
      ? question.activity === null
        ? 'everything'
        : actWords(names, question.activity)
      : actWords(names, question.first);
  const then =
    question.ask === 'follows' || question.ask === 'between' ? actWords(names, question.second) : '';
  const days = question.ask === 'follows' ? daysWords(question.days) : '';
  switch (number.kind) {
    case 'young':
      return upper(`${what}, whose ${days} are not over`);
    case 'counted':
      return upper(`${what}, whose ${days} are over`);
    case 'followed':
      return upper(`${what}, followed by ${then} within ${days}`);
    case 'unfollowed':
      return upper(`${what}, not followed by ${then} within ${days}`);
    case 'within':
      return upper(`${what}, followed by ${then} within ${daysWords(number.days)}`);
    case 'never':
      return upper(`${what}, never followed by ${then}`);
    case 'took':
      return upper(`${what}, followed by ${then} ${tookWords(number)}`);
    case 'by':
      return upper(`${what}, by ${isolated(names.person(number.person))}`);
    case 'recordsBy':
      return upper(`${names.many} with ${what} by ${isolated(names.person(number.person))}`);
    default:
      return upper(what);
  }
}

/** "within 2 d 4 h", "after 2 d to 3 d", "after 20 d or more". */
export function tookWords({
  least,
  below,
  most,
}: {
  least: number;
  below: number | null;
  most: number | null;
}): string {
  if (most !== null) return `within ${durationWords(most)}`;
  if (below === null) return `after ${durationWords(least)} or more`;
  return `after ${durationWords(least)} to ${durationWords(below)}`;
}
