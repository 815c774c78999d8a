'use server';

import * as z from 'zod/mini';
import { loadActivityAddress } from '@/components/activity/activity-address';
import type { MoreActivity } from '@/components/activity/feed-pages';
import { database } from '@/db/client';
import { readFeed } from '../(app)/activity/read-feed';
import { log } from '../log';
import { currentPerson } from '../session';

const search = z.string().check(z.maxLength(8000));

/** The page of Activity at an address, for a feed that goes on where it ends. Changes nothing. */
export async function moreActivity(input: unknown): ReturnType<MoreActivity> {
  try {
    const person = await currentPerson();
    if (!person) return { ok: false, message: 'You are signed out. Sign in again.' };
    const asked = z.safeParse(search, input);
    if (!asked.success) return { ok: false, message: 'Reload the page, and the feed goes on.' };
    const { page } = await readFeed(database(), person, loadActivityAddress(new URLSearchParams(asked.data)));
    return { ok: true, page };
  } catch (error) {
    log.error({ err: error }, 'reading more of Activity failed');
    return { ok: false, message: 'The database could not be reached.' };
  }
}
