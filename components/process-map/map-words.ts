import { figureWords } from '@/lib/figure-words';
import type { MapNumber, Variants } from '@/lib/process-map/map-number';
import type { ProcessGraph } from '@/lib/process-map/process-graph';

interface Names {
  /** Several of the records: "invoices". */
  many: string;
  wordsOf(activity: string): string;
}

/** What the map shows, in a sentence or two. */
export function mapSentence({
  graph,
  variants,
  many,
  wordsOf,
}: Names & { graph: ProcessGraph; variants: Variants }): string {
  const [usual] = variants.shown;
  if (!usual) return `There are none of these ${many} with these filters. Choose others.`;
  const share = figureWords(usual.records / variants.records, 'share');
  const count = (value: number) => figureWords(value, 'count');
  const ways = variants.total === 1 ? 'one way' : `${count(variants.total)} different ways`;
  const first = graph.paths.find(({ from }) => from === null);
  const last = graph.paths.find(({ to }) => to === null);
  const ends =
    first?.to && last?.from
      ? ` Most begin with “${wordsOf(first.to)}” and most end with “${wordsOf(last.from)}”.`
      : '';
  return `${count(variants.records)} ${many} took ${ways}; the most frequent is the way of ${share}.${ends}`;
}

/** What a number of the map counts, as the head of the list of its records. */
export function mapNumberWords(number: MapNumber, { many, wordsOf }: Names): string {
  switch (number.kind) {
    case 'activity':
      return wordsOf(number.activity);
    case 'path':
      return `${wordsOf(number.to)}, directly after ${wordsOf(number.from)}`;
    case 'start':
      return `Began with: ${wordsOf(number.activity)}`;
    case 'end':
      return `Ended with: ${wordsOf(number.activity)}`;
    case 'variant':
      return `The ${many} that took this way`;
  }
}
