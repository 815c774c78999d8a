import 'server-only';
import type { CompanyCalendar } from '@/db/invoice-where';
import { dayIn } from '@/lib/calendar';
import { momentOf } from '@/lib/calendar-spans';
import type { PastSense } from '@/lib/past-sense';
import { currentCompany } from './company';

/**
 * The company's calendar at a moment.
 *
 * @param asOf a day, of which the end is meant, or an instant in UTC; null is now. What is yet to come is now too.
 * @param sense in what sense the past is meant
 */
export async function companyCalendar(
  asOf: string | null = null,
  sense: PastSense = 'was',
): Promise<CompanyCalendar> {
  const { timeZone } = await currentCompany();
  const now = new Date().toISOString();
  const moment = asOf && momentOf(asOf, timeZone);
  const past = moment && Date.parse(moment) < Date.parse(now) ? moment : null;
  return { today: dayIn(timeZone, past ?? now), timeZone, asOf: past, sense };
}
