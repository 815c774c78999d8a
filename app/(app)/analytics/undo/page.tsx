import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { QuestionFilters } from '@/components/analytics/question-filters';
import { QuestionPage } from '@/components/analytics/question-page';
import { UndoAnswer, UndoCharts, UndoDefinition } from '@/components/analytics/undo';
import { readUndosByActivity, readUndosByPerson } from '@/db/analytics/undos';
import { analyticsDatabase } from '@/db/client';
import { countedSentence } from '../moment-words';
import { readQuestion } from '../read-question';

export const metadata: Metadata = { title: 'What is undone, by whom, and how long after?' };

/** Undo analytics: what is taken back most, by whom, how long after. */
export default async function UndoPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const asked = await readQuestion(db, await searchParams);
  const { filters, address, controls } = asked;
  const [activities, people] = await Promise.all([
    readUndosByActivity(db, filters),
    readUndosByPerson(db, filters),
  ]);
  return (
    <QuestionPage
      title="What is undone, by whom, and how long after?"
      path="/analytics/undo"
      address={address}
      controls={controls}
      counted={countedSentence(asked)}
      answer={<UndoAnswer activities={activities} people={people} />}
      definition={<UndoDefinition />}
      filters={
        <QuestionFilters
          action="/analytics/undo"
          address={address}
          controls={controls}
          person="Who undid it."
          period="Undone on these days."
          undone="Count undos that were put back too"
        />
      }
    >
      <UndoCharts activities={activities} people={people} address={address} />
    </QuestionPage>
  );
}
