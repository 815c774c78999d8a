import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { hrefWith } from '@/components/analytics/address-texts';
import { loadCellAddress } from '@/components/analytics/analytics-address';
import { EvidencePage } from '@/components/analytics/evidence-page';
import { analyticsDatabase } from '@/db/client';
import { countedSentence } from '../moment-words';
import { readQuestion } from '../read-question';
import { tellEvidence } from '../tell-evidence';
import { evidenceOf, pathsOf } from './evidence-of';

export const metadata: Metadata = { title: 'Records behind a number' };

/** The records behind a number of the analytics, each at the version that made it count. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const params = await searchParams;
  const asked = await readQuestion(db, params);
  const cell = loadCellAddress(params);
  const found = await evidenceOf(db, asked, cell);
  const told = found && (await tellEvidence(db, found));
  return (
    <EvidencePage
      title={found?.title ?? null}
      count={found?.count ?? 0}
      counted={countedSentence(asked)}
      back={hrefWith(cell.of === null ? '/analytics' : `/analytics/${cell.of}`, asked.address, {
        paths: pathsOf(cell) ?? '',
      })}
      rows={told?.records ?? []}
    />
  );
}
