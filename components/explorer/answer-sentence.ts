import { shareInterval } from '@/lib/analytics/figures';
import type { Between, Follows, FunnelStep, Question, Who } from '@/lib/explorer/question';
import { durationWords, figureWords } from '@/lib/figure-words';
import { confidence } from '../analytics/question-words';
import { type AnswerNames, actWords, daysWords } from './answer-words';

type Asked<A extends Question['ask']> = Extract<Question, { ask: A }>;

const count = (value: number) => figureWords(value, 'count');
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The answer in a sentence. */
export function followsSentence(answer: Follows, question: Asked<'follows'>, names: AnswerNames): string {
  const { counted, followed, first } = answer;
  const [what, then] = [actWords(names, question.first), actWords(names, question.second)];
  const days = daysWords(question.days);
  if (first === 0) return `${upper(what)} did not happen with these filters.`;
  if (counted === 0)
    return `${upper(what)} happened ${count(first)} times, but the ${days} of none are over yet.`;
  const share = figureWords(followed / counted, 'share');
  return `${upper(what)} was followed by ${then} within ${days} in ${share} of cases: ${count(followed)} of ${count(counted)}${confidence(shareInterval(followed, counted))}.`;
}

export function betweenSentence(answer: Between, question: Asked<'between'>, names: AnswerNames): string {
  const [what, then] = [actWords(names, question.first), actWords(names, question.second)];
  const median = answer.percentiles.find(({ percent }) => percent === 50)?.seconds ?? null;
  const late = answer.percentiles.find(({ percent }) => percent === 90)?.seconds ?? null;
  if (median === null || late === null) return `${upper(then)} never came after ${what} with these filters.`;
  return `From ${what} to ${then} it took ${durationWords(median)} or less in half of ${count(answer.pairs)} cases, and ${durationWords(late)} or less in nine of ten.`;
}

export function funnelSentence(answer: readonly FunnelStep[], names: AnswerNames): string {
  const [first, last] = [answer[0], answer.at(-1)];
  if (!first || !last || first.records === 0)
    return `No ${names.many} had the first event with these filters.`;
  const share = figureWords(last.records / first.records, 'share');
  return `Of ${count(first.records)} ${names.many} that began, ${count(last.records)} came to ${actWords(names, last.activity)}: ${share}.`;
}

export function whoSentence(answer: Who, question: Asked<'who'>, names: AnswerNames): string {
  const [most] = answer.people;
  const what = question.activity === null ? 'Something' : upper(actWords(names, question.activity));
  if (!most) return `${what} did not happen with these filters.`;
  const times = answer.acts === 1 ? 'once' : `${count(answer.acts)} times`;
  return `${what} happened ${times}, most of it by ${names.person(most.person)}: ${figureWords(most.acts / answer.acts, 'share')}.`;
}
