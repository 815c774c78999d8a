import 'server-only';
import type { CompanyCalendar } from '@/db/invoice-where';
import { dayIn } from '@/lib/calendar';
import { currentCompany } from './company';

/** The company's day, now. */
export async function companyCalendar(now = new Date().toISOString()): Promise<CompanyCalendar> {
  const { timeZone } = await currentCompany();
  return { today: dayIn(timeZone, now), timeZone };
}
