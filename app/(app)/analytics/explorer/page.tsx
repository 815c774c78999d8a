import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { EvidenceList } from '@/components/analytics/evidence-list';
import { QuestionPage } from '@/components/analytics/question-page';
import {
  betweenSentence,
  followsSentence,
  funnelSentence,
  whoSentence,
} from '@/components/explorer/answer-sentence';
import { type AnswerNames, definitionOf, type HrefOf, numberWords } from '@/components/explorer/answer-words';
import { BetweenAnswer } from '@/components/explorer/between-answer';
import { ExplorerForm } from '@/components/explorer/explorer-form';
import {
  explorerHref,
  explorerPath,
  questionOf,
  questionTexts,
  readExplorerTexts,
} from '@/components/explorer/explorer-texts';
import { FollowsAnswer } from '@/components/explorer/follows-answer';
import { FunnelAnswer } from '@/components/explorer/funnel-answer';
import { WhoAnswer } from '@/components/explorer/who-answer';
import { readBehindAnswer, readBetween, readFollows, readFunnel, readWho } from '@/db/analytics/explorer';
import { analyticsDatabase, type Database } from '@/db/client';
import type { Question } from '@/lib/explorer/question';
import { countedSentence } from '../moment-words';
import { type Exploring, readExploring } from '../read-exploring';
import { tellEvidence } from '../tell-evidence';

export const metadata: Metadata = { title: 'Explorer' };

/** By what the Explorer begins: what support asks most, which is whether a payment that failed came after all. */
function usualOf({ named, explored }: Exploring): readonly [string, string] {
  const { failure = [], success = [] } = named.get(explored.workflow) ?? {};
  return [failure[0] ?? 'payment_failed', success[0] ?? 'payment_received'];
}

/** Questions of one's own over the acts of any kind of record; all of it stands in the address. */
export default async function ExplorerRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const params = await searchParams;
  const now = new Date().toISOString();
  const exploring = await readExploring(db, params);
  const { address, controls, explored, activities, workflows } = exploring;
  const { texts: asked, number, unread } = readExplorerTexts(params);
  const known = activities.map(({ value }) => value);
  const question = questionOf(asked, address.days, known, usualOf(exploring));
  const texts = question ? questionTexts(question) : asked;
  const names: AnswerNames = { workflow: explored.workflow, many: exploring.many, person: exploring.person };
  const hrefOf: HrefOf = (of, count) => (count > 0 ? explorerHref(address, texts, of) : null);
  const [answer, evidence] = await Promise.all([
    question && readAnswer(db, { exploring, question, names, now, hrefOf }),
    question && number && readBehindAnswer(db, explored, question, number, now),
  ]);
  const told = evidence && (await tellEvidence(db, evidence));
  return (
    <QuestionPage
      title="Explorer"
      path={explorerPath}
      address={address}
      controls={{ ...controls, unread: [...controls.unread, ...unread] }}
      answer={
        answer?.sentence ?? `Nothing has happened to any of the ${exploring.many} yet. Choose other records.`
      }
      counted={countedSentence(exploring)}
      filters={<ExplorerForm {...{ address, texts, controls, activities, workflows }} />}
      definition={question ? <p>{definitionOf(question, names)}</p> : null}
    >
      {told && question && number ? (
        <EvidenceList
          title={numberWords(question, number, names)}
          closeHref={explorerHref(address, texts)}
          {...told}
        />
      ) : null}
      {answer?.body}
    </QuestionPage>
  );
}

interface Asked {
  exploring: Exploring;
  question: Question;
  names: AnswerNames;
  now: string;
  hrefOf: HrefOf;
}

async function readAnswer(db: Database, { exploring: { explored }, question, names, now, hrefOf }: Asked) {
  switch (question.ask) {
    case 'follows': {
      const answer = await readFollows(db, explored, question, now);
      return {
        sentence: followsSentence(answer, question, names),
        body: <FollowsAnswer {...{ answer, question, names, hrefOf }} />,
      };
    }
    case 'between': {
      const answer = await readBetween(db, explored, question);
      return {
        sentence: betweenSentence(answer, question, names),
        body: <BetweenAnswer {...{ answer, hrefOf }} />,
      };
    }
    case 'funnel': {
      const answer = await readFunnel(db, explored, question);
      return {
        sentence: funnelSentence(answer, names),
        body: <FunnelAnswer {...{ answer, names, hrefOf }} />,
      };
    }
    case 'who': {
      const answer = await readWho(db, explored, question);
      return {
        sentence: whoSentence(answer, question, names),
        body: <WhoAnswer {...{ answer, names, hrefOf }} />,
      };
    }
  }
}
