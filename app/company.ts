import 'server-only';
import { cache } from 'react';
import { database } from '@/db/client';
import { readCompanySettings } from '@/db/heads';

/** What the company has settled, read once a request. */
export const currentCompany = cache(() => readCompanySettings(database().$client));
