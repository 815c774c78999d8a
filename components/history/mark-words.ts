import { type Column, countIn, type MarkKind } from '@/lib/event-sourcing/outline';

const words: Record<MarkKind, [one: string, many: string]> = {
  life: ['milestone', 'milestones'],
  edit: ['edit', 'edits'],
  money: ['money event', 'money events'],
  message: ['message', 'messages'],
  undo: ['undo or redo', 'undos and redos'],
};

/** What a mark is of, in a word. */
export const kindWord = (kind: MarkKind): string => words[kind][0];

/** "120 edits, 30 undos and redos, 2 milestones": what most are about comes first. */
export function columnWords(column: Column): string {
  return (Object.entries(column.kinds) as [MarkKind, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} ${words[kind][count === 1 ? 0 : 1]}`)
    .join(', ');
}

/** What part of a column's events nobody has taken back. */
export const standingPart = (column: Column): number => column.standing / Math.max(1, countIn(column));
