'use client';

import { useState } from 'react';
import { dayIn } from '@/lib/calendar';
import { useCompany } from '../shell/company-context';

/** The company's calendar day when the form opened: what most facts are recorded on. */
export function useToday(): string {
  const { timeZone } = useCompany();
  const [today] = useState(() => dayIn(timeZone, new Date().toISOString()));
  return today;
}
