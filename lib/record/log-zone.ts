import { isTimeZone } from '../format-time';

/** Zones without summer time for the offsets that are no whole hours; of others there is none that would do all year. */
const oddZones: Readonly<Record<string, string>> = {
  '-09:30': 'Pacific/Marquesas',
  '+04:30': 'Asia/Kabul',
  '+05:30': 'Asia/Kolkata',
  '+05:45': 'Asia/Kathmandu',
  '+06:30': 'Asia/Yangon',
  '+08:45': 'Australia/Eucla',
  '+09:30': 'Australia/Darwin',
};

/**
 * The zone in which a log was written, by a name that every browser knows: not all of them take "+02:00" for one.
 *
 * @param zone an IANA name or an offset, as the log has it; null where it has none
 * @returns null where the log has none, or one that has no such name
 */
export function logZone(zone: string | null): string | null {
  if (zone === null) return null;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  if (!sign) return isTimeZone(zone) ? zone : null;
  if (minutes !== '00') return oddZones[zone] ?? null;
  if (Number(hours) === 0) return 'UTC';
  // Named the other way around: east of Greenwich is minus there.
  const named = `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
  return isTimeZone(named) ? named : null;
}
