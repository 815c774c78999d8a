import 'server-only';
import { cache } from 'react';
import { database } from '@/db/client';
import { readSettings } from '@/db/heads';

/** What the company has settled, read once a request. */
export const currentCompany = cache(() => readSettings(database().$client));
