import { type SeriesName, seriesNames } from '../company-settings';
import type { Company } from './company';

/** What of the settings the database itself goes by: how the numbers it hands out look. */
export interface CompanySummary {
  series: readonly { name: SeriesName; prefix: string; digits: number }[];
}

export function summarize({ series }: Company): CompanySummary {
  return { series: seriesNames.map((name) => ({ name, ...series[name] })) };
}
