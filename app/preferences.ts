import 'server-only';
import { cookies } from 'next/headers';
import { defaultTimeSettings, isTimeZone, type TimeSettings } from '@/lib/format-time';
import {
  isPreference,
  type Preferences,
  preferenceCookies,
  preferenceValues,
  zoneCookie,
} from '@/lib/preferences';
import { currentCompany } from './company';

type Looks = Omit<Preferences, 'undoScope'>;

/** What this browser has chosen, read from its cookies; a value nobody offers counts as not chosen. */
export async function readLooks(): Promise<Looks> {
  const jar = await cookies();
  const choose = <T extends string>(cookie: string, offered: readonly [T, ...T[]]): T => {
    const value = jar.get(cookie)?.value;
    return offered.find((candidate) => candidate === value) ?? offered[0];
  };
  const zone = jar.get(preferenceCookies.zone)?.value;
  return {
    theme: choose(preferenceCookies.theme, preferenceValues.theme),
    zone: zone && isPreference('zone', zone) ? zone : preferenceValues.zone[0],
    clock: choose(preferenceCookies.clock, preferenceValues.clock),
    times: choose(preferenceCookies.times, preferenceValues.times),
    undone: choose(preferenceCookies.undone, preferenceValues.undone),
  };
}

/**
 * How times are written for this browser: in the zone that it chose, its own unless it did. Until it has told us its own,
 * with its first page, that is the company's.
 */
export async function readTimeSettings(): Promise<TimeSettings> {
  const { zone, clock } = await readLooks();
  return { timeZone: await zoneMeant(zone), hourCycle: clock };
}

async function zoneMeant(zone: string): Promise<string> {
  if (zone === 'utc') return defaultTimeSettings.timeZone;
  const meant = zone === 'device' ? (await cookies()).get(zoneCookie)?.value : zone;
  const known = meant && meant !== 'company' && isTimeZone(meant);
  return known ? meant : (await currentCompany()).timeZone;
}
