'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { requirePerson } from '@/app/session';
import { saveOutcomes } from '@/db/analytics/outcomes';
import { database } from '@/db/client';
import { mayChangeOthersWork } from '@/lib/access';
import { isStorable } from '@/lib/storable-text';
import { workflows } from '@/lib/workflows';

const activity = z.string().check(z.minLength(1), z.maxLength(200), z.refine(isStorable));
const activities = z.array(activity).check(z.maxLength(500));

const outcomesInput = z.object({
  workflow: z.string().check(z.refine((name) => Object.hasOwn(workflows, name))),
  outcomes: z.object({ success: activities, failure: activities, refund: activities, churn: activities }),
});

/** Chooses which events of a workflow count as what. For managers: everybody's numbers go by it. */
export async function chooseOutcomes(form: FormData): Promise<void> {
  const person = await requirePerson();
  if (!mayChangeOthersWork(person.role)) redirect('/analytics/outcomes?problem=role');
  const chosen = (outcome: string) => form.getAll(outcome);
  const parsed = z.safeParse(outcomesInput, {
    workflow: form.get('workflow'),
    outcomes: {
      success: chosen('success'),
      failure: chosen('failure'),
      refund: chosen('refund'),
      churn: chosen('churn'),
    },
  });
  if (!parsed.success) redirect('/analytics/outcomes?problem=input');
  await saveOutcomes(database(), { ...parsed.data, by: person.id });
  revalidatePath('/analytics', 'layout');
  redirect(`/analytics/outcomes?saved=${encodeURIComponent(parsed.data.workflow)}`);
}
