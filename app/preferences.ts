import 'server-only';
import { cookies } from 'next/headers';
import { defaultTimeSettings, isTimeZone, type TimeSettings } from '@/lib/format-time';
import { type Preferences, preferenceCookies, preferenceValues, zoneCookie } from '@/lib/preferences';
import { currentCompany } from './company';

type Looks = Omit<Preferences, 'undoScope'>;

/** What this browser has chosen, read from its cookies; a value nobody offers counts as not chosen. */
export async function readLooks(): Promise<Looks> {
  const jar = await cookies();
  const choose = <T extends string>(cookie: string, offered: readonly [T, ...T[]]): T => {
    const value = jar.get(cookie)?.value;
    return offered.find((candidate) => candidate === value) ?? offered[0];
  };
  return {
    theme: choose(preferenceCookies.theme, preferenceValues.theme),
    zone: choose(preferenceCookies.zone, preferenceValues.zone),
    clock: choose(preferenceCookies.clock, preferenceValues.clock),
    undone: choose(preferenceCookies.undone, preferenceValues.undone),
  };
}

/**
 * How times are written for this browser: its own zone, unless it chose UTC. Until it has told us its zone, with its
 * first page, that is the company's.
 */
export async function readTimeSettings(): Promise<TimeSettings> {
  const { zone, clock } = await readLooks();
  const device = (await cookies()).get(zoneCookie)?.value;
  if (zone !== 'device') return { timeZone: defaultTimeSettings.timeZone, hourCycle: clock };
  const known = device && isTimeZone(device);
  return { timeZone: known ? device : (await currentCompany()).timeZone, hourCycle: clock };
}
