import type { ImportTimes } from './import';

/** What an import must keep to, and whether it did. */
export interface ImportTarget {
  sentence: string;
  met: boolean;
}

/** Of the speed of COPY of the same rows into the same indexes. */
const leastRatio = 0.5;
/** Megabytes of the whole process. */
const mostMemory = 300;

/** Judges what was measured. */
export function importTargets({ ratio, memory }: ImportTimes): ImportTarget[] {
  return [
    told(
      `A log is imported at ${ratio.toFixed(2)} × the speed of COPY; wanted at least ${leastRatio}`,
      ratio >= leastRatio,
    ),
    told(`It takes ${memory} MB of memory; wanted under ${mostMemory} MB`, memory < mostMemory),
  ];
}

/** What was measured, in words. */
export function importLines({ rows, checking, writing, copy }: ImportTimes): string[] {
  const rate = Math.round(rows / (checking + writing)).toLocaleString('en-US');
  return [
    `Import of a log of ${rows.toLocaleString('en-US')} rows: ${checking.toFixed(1)} s checking, ${writing.toFixed(1)} s writing, ${rate} rows a second.`,
    `COPY of the same rows, indexes and all: ${copy.toFixed(1)} s.`,
  ];
}

const told = (sentence: string, met: boolean): ImportTarget => ({
  sentence: `${sentence}${met ? '.' : ': MISSED.'}`,
  met,
});
