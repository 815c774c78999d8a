import 'server-only';
import { countedWords } from '@/components/analytics/question-words';
import { formatTime } from '@/lib/format-time';
import type { AskedQuestion } from './read-question';

/** Says which events count, and up to when, on the company's clock. */
export function countedSentence({ filters, controls }: AskedQuestion): string {
  const moment =
    filters.asOf && formatTime(filters.asOf, 'full', { timeZone: controls.timeZone, hourCycle: 'h23' });
  return countedWords(filters, moment ?? '');
}
