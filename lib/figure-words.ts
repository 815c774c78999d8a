/** Figures as people read them: the same words on the server, in the browser, in charts, tables and files. */

/** What a figure is: a count, a share of one (0 to 1), how many times as much, or a length of time in seconds. */
export type FigureUnit = 'count' | 'share' | 'ratio' | 'seconds';

const whole = new Intl.NumberFormat('en-US');
const tenths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "1,204", "12.3 %", "2.40 ×", "2 d 4 h". */
export function figureWords(value: number, unit: FigureUnit): string {
  switch (unit) {
    case 'count':
      return whole.format(value);
    case 'share':
      return `${tenths.format(100 * value)} %`;
    case 'ratio':
      return `${hundredths.format(value)} ×`;
    case 'seconds':
      return durationWords(value);
  }
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;
const steps = [
  [year, 'y'],
  [day, 'd'],
  [hour, 'h'],
  [minute, 'min'],
  [1, 's'],
] as const;

/** A length of time by its two largest units: "1 y 12 d", "2 d 4 h", "3 min", "0.4 s". */
export function durationWords(seconds: number): string {
  if (seconds < 0) return `−${durationWords(-seconds)}`;
  if (seconds > 0 && seconds < 1) return seconds < 0.05 ? 'under 0.1 s' : `${tenths.format(seconds)} s`;
  const all = Math.round(seconds);
  const first = steps.findIndex(([size]) => all >= size);
  const [large, small] = [steps[first], steps[first + 1]];
  if (!large) return '0 s';
  // Rounded to the smaller unit first, so that it never reads "23 h 60 min".
  const rounded = small ? Math.round(all / small[0]) * small[0] : all;
  if (steps[first - 1] && rounded >= (steps[first - 1]?.[0] ?? 0)) return durationWords(rounded);
  const rest = small ? Math.round((rounded % large[0]) / small[0]) : 0;
  const head = `${whole.format(Math.floor(rounded / large[0]))} ${large[1]}`;
  return small && rest > 0 ? `${head} ${rest} ${small[1]}` : head;
}

/** The unit in which an axis up to so many seconds reads best: how many seconds it has, and its name. */
export function durationScale(most: number): { size: number; name: string } {
  if (most >= 2 * day) return { size: day, name: 'days' };
  if (most >= 2 * hour) return { size: hour, name: 'hours' };
  if (most >= 2 * minute) return { size: minute, name: 'minutes' };
  return { size: 1, name: 'seconds' };
}
