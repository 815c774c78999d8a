'use server';

import * as z from 'zod/mini';
import { selectionOf } from '@/components/invoice-list/list-query';
import { database } from '@/db/client';
import { readSelection } from '@/db/invoice-selection';
import { keepSelection as keep } from '@/db/kept-selections';
import { refusal } from '@/db/write';
import { refusalToBatch } from '@/lib/access';
import type { ActionRefusal } from '@/lib/action-result';
import type { Chosen } from '@/lib/batch-selection';
import { type ChosenInput, chosenInput } from '@/lib/invoice/chosen-input';
import { largestSelection } from '@/lib/invoice/largest-selection';
import { companyCalendar } from '../company-calendar';
import { asWriter } from './writer';

const input = z.object({ asOf: z._default(z.nullable(z.int()), null), chosen: chosenInput });

type Kept = { ok: true; id: string } | { ok: false; status: number; refusal: ActionRefusal };

/** Keeps what somebody chose by hand, so that the look at what undoing it would come to has an address of its own. */
export async function keepSelection(asked: unknown): Promise<Kept> {
  return asWriter('invoice', input, asked, async (person, { chosen }) => {
    const no = (code: string, message: string) => ({ ok: false as const, refusal: refusal(code, message) });
    const barred = refusalToBatch(person.role, 'chosen');
    if (barred) return no('not_yours', barred);
    const meant = await meantBy(chosen);
    if (meant.kind === 'invoices' && meant.ids.length > largestSelection)
      return no('too_many', 'More than 10,000 invoices match by now. Narrow the filters, then select again.');
    return { ok: true as const, id: await keep(database(), meant, person.id) };
  });
}

/** What matches now is what was chosen: taking it back may be why it does not match any more. */
async function meantBy(chosen: ChosenInput): Promise<Chosen> {
  if (chosen.kind === 'events') return chosen;
  const { selection } = chosen;
  const list = selection.kind === 'matching' ? selection.address : null;
  const most = largestSelection + 1;
  const calendar = await companyCalendar();
  return {
    kind: 'invoices',
    ids: await readSelection(database(), selectionOf(selection), calendar, most),
    list,
  };
}
