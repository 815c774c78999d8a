'use server';

import * as z from 'zod/mini';
import { viewAddress } from '@/components/saved-views/view-address';
import { database } from '@/db/client';
import { addView, changeView, removeView, type ViewRefusal } from '@/db/saved-views';
import type { Person } from '@/lib/access';
import { longestViewName, mostViews, type ViewAnswer, viewPages } from '@/lib/saved-view';
import { requiredText } from '@/lib/text';
import { log } from '../log';
import { currentPerson } from '../session';

const id = z.uuid().check(z.toLowerCase());
const name = requiredText(longestViewName, 'Give the view a name.');
const page = z.enum(viewPages);
/** As long as an address that browsers and proxies take. */
const address = z.string().check(z.maxLength(8000, 'These filters are too many to be kept. Take some away.'));

const saved = z.object({ id, page, name, address });
const changed = z.union([z.object({ id, name }), z.object({ id, page, address })]);

/** Keeps what a page shows under a name, for whoever is signed in. */
export async function saveView(input: unknown): Promise<ViewAnswer> {
  return answered(saved, input, async (person, view) => {
    const refusal = await addView(database(), person.id, {
      ...view,
      address: viewAddress(view.page, view.address),
    });
    return answerTo(refusal, view.name);
  });
}

/** Gives one of one's views another name, or makes it stand for what is shown now. */
export async function changeSavedView(input: unknown): Promise<ViewAnswer> {
  return answered(changed, input, async (person, change) => {
    const what =
      'name' in change ? { name: change.name } : { address: viewAddress(change.page, change.address) };
    return answerTo(
      await changeView(database(), person.id, change.id, what),
      'name' in change ? change.name : '',
    );
  });
}

/** Deletes one of one's views. */
export async function deleteView(input: unknown): Promise<ViewAnswer> {
  return answered(z.object({ id }), input, async (person, view) => {
    await removeView(database(), person.id, view.id);
    return { ok: true };
  });
}

/** The door: who asks, and does it hold together. Views are one's own, so every role may keep them. */
async function answered<T>(
  schema: z.ZodMiniType<T>,
  input: unknown,
  run: (person: Person, asked: T) => Promise<ViewAnswer>,
): Promise<ViewAnswer> {
  try {
    const person = await currentPerson();
    if (!person) return no('You are signed out, so nothing was changed. Sign in again in another tab.');
    const parsed = z.safeParse(schema, input);
    if (parsed.success) return await run(person, parsed.data);
    const issue = parsed.error.issues.find(({ path }) => path[0] === 'name' || path[0] === 'address');
    return no(
      issue?.message ?? 'A part of this request could not be understood. Reload the page and try again.',
    );
  } catch (error) {
    log.error({ err: error }, 'changing saved views failed');
    return no(
      'The database could not be reached, so the view may not have been kept. Try again in a moment.',
    );
  }
}

const no = (message: string): ViewAnswer => ({ ok: false, message });

function answerTo(refusal: ViewRefusal, viewName: string): ViewAnswer {
  switch (refusal) {
    case null:
      return { ok: true };
    case 'name_taken':
      return no(`You have a view called “${viewName}” here already. Choose another name.`);
    case 'too_many':
      return no(`You have ${mostViews} views here, which is the most. Delete one of them first.`);
    case 'gone':
      return no(
        'This view is gone: it was deleted, perhaps in another tab. Save what is shown as a new view.',
      );
  }
}
