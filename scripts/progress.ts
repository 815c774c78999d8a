import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a long task has come. */
export interface Progress {
  begin(label: string, total: number, unit?: Unit): Step;
}

export interface Step {
  advance(count: number): void;
  end(): void;
}

/** What is counted, and how a count of it is written. */
export interface Unit {
  many: string;
  write(count: number): string;
}

const written = (count: number): string => Math.round(count).toLocaleString('en-US');
const invoices: Unit = { many: 'invoices', write: written };
export const rows: Unit = { many: 'rows', write: written };
export const records: Unit = { many: 'records', write: written };
export const events: Unit = { many: 'events', write: written };
export const megabytes: Unit = { many: 'MB', write: (count) => (count / 1e6).toFixed(1) };

const quietFor = 1000;
const linesEvery = 5000;

/**
 * Progress for people, on standard error so that results can be piped away: a bar on a terminal, else a plain line
 * now and then, both with the rate, the bar with the time left too. What is done within a second is not worth showing.
 */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    begin: (label, total, unit = invoices) =>
      stream.isTTY ? showBar(stream, label, total, unit) : showLines(stream, label, total, unit),
  };
}

function showBar(stream: NodeJS.WriteStream, label: string, total: number, unit: Unit): Step {
  const format = `${label.padEnd(9)} {bar} {percentage} % · {done} of {all} ${unit.many} · {rate}/s · {left} left`;
  const bar = new SingleBar(
    { stream, format, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  const since = performance.now();
  let done = 0;
  let shown = false;
  const words = () => ({
    done: unit.write(done),
    all: unit.write(total),
    rate: unit.write(perSecond(done, since)),
    left: timeWords((total - done) / perSecond(done, since)),
  });
  return {
    advance: (count) => {
      done += count;
      if (shown) bar.update(done, words());
      else if (performance.now() - since > quietFor) {
        bar.start(total, done, words());
        shown = true;
      }
    },
    end: () => {
      if (shown) bar.stop();
    },
  };
}

function showLines(stream: NodeJS.WriteStream, label: string, total: number, unit: Unit): Step {
  const since = performance.now();
  let last = since - linesEvery + quietFor;
  let done = 0;
  return {
    advance: (count) => {
      done += count;
      if (performance.now() - last < linesEvery) return;
      last = performance.now();
      const rate = perSecond(done, since);
      const left = rate > 0 ? `, ${unit.write(rate)}/s, ${Math.ceil((total - done) / rate)} s left` : '';
      stream.write(`${label}: ${unit.write(done)} of ${unit.write(total)} ${unit.many}${left}\n`);
    },
    end: () => undefined,
  };
}

/** "40s", "3m 20s", "2h 5m"; nothing can be said before anything is done. */
export function timeWords(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}m ${whole % 60}s` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}

const perSecond = (done: number, since: number): number => (done * 1000) / (performance.now() - since);
