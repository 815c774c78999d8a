import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { EvidenceList } from '@/components/analytics/evidence-list';
import { hrefWith } from '@/components/analytics/filter-texts';
import { WhatCounts } from '@/components/analytics/what-counts';
import { type AnswerNames, definitionOf, numberWords } from '@/components/explorer/answer-words';
import { BetweenAnswer } from '@/components/explorer/between-answer';
import { ExplorerForm } from '@/components/explorer/explorer-form';
import {
  explorerPath,
  numberHref,
  questionOf,
  questionTexts,
  readExplorerTexts,
} from '@/components/explorer/explorer-texts';
import { FollowsAnswer } from '@/components/explorer/follows-answer';
import { FunnelAnswer } from '@/components/explorer/funnel-answer';
import { WhoAnswer } from '@/components/explorer/who-answer';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { UnreadNotice } from '@/components/ui/unread-notice';
import type { Explored } from '@/db/analytics/explored';
import { readBehindAnswer, readBetween, readFollows, readFunnel, readWho } from '@/db/analytics/explorer';
import { type Database, database } from '@/db/client';
import type { ExplorerNumber, Question } from '@/lib/explorer/question';
import { readExploring } from '../explored';
import { tellEvidence } from '../tell-evidence';

export const metadata: Metadata = { title: 'Explorer' };

/** By what the Explorer begins: the question that support asks most. */
const usual = ['payment_failed', 'payment_received'] as const;

/** Questions of one's own over the acts of any kind of record; all of it stands in the address. */
export default async function ExplorerRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = database();
  const { texts, number, unread } = readExplorerTexts(await searchParams);
  const { explored, options, activities, many, person, now } = await readExploring(db, texts);
  const question = questionOf(
    texts,
    activities.map(({ value }) => value),
    usual,
  );
  const shown = {
    ...texts,
    workflow: explored.workflow,
    ...(question ? questionTexts(question) : {}),
  };
  const names: AnswerNames = { workflow: explored.workflow, many, person };
  const [answer, evidence] = await Promise.all([
    question && readAnswer(db, { explored, question, names, now, hrefOf: (of) => numberHref(shown, of) }),
    question && number && readBehindAnswer(db, explored, question, number, now),
  ]);
  const told = evidence && (await tellEvidence(db, evidence));
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        title="Explorer"
        trail={<TrailLink href="/analytics">Analytics</TrailLink>}
        description="Ask what follows on what, how long it takes, how far records come and who does it."
      />
      <UnreadNotice parts={unread} />
      <ExplorerForm shown={shown} options={options} activities={activities} />
      {question ? (
        <>
          <WhatCounts
            definition={definitionOf(question, names)}
            asOf={explored.asOf}
            undone={explored.undone}
            nowHref={hrefWith(explorerPath, { ...shown, asOf: '' })}
          />
          {answer}
          {told && number ? (
            <EvidenceList
              title={numberWords(question, number, names)}
              closeHref={hrefWith(explorerPath, shown)}
              {...told}
            />
          ) : null}
        </>
      ) : (
        <Card>
          <EmptyState title="Nothing has happened to these records yet">
            Choose another kind of record, or come back when something has been done.
          </EmptyState>
        </Card>
      )}
    </div>
  );
}

interface Asked {
  explored: Explored;
  question: Question;
  names: AnswerNames;
  now: string;
  hrefOf(number: ExplorerNumber): string;
}

async function readAnswer(db: Database, { explored, question, names, now, hrefOf }: Asked) {
  switch (question.ask) {
    case 'follows': {
      const answer = await readFollows(db, explored, question, now);
      return <FollowsAnswer {...{ answer, question, names, hrefOf }} />;
    }
    case 'between':
      return <BetweenAnswer answer={await readBetween(db, explored, question)} hrefOf={hrefOf} />;
    case 'funnel':
      return <FunnelAnswer answer={await readFunnel(db, explored, question)} {...{ names, hrefOf }} />;
    case 'who':
      return <WhoAnswer answer={await readWho(db, explored, question)} {...{ names, hrefOf }} />;
  }
}
