import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a long task has come. */
export interface Progress {
  begin(label: string, total: number): { advance(count: number): void; end(): void };
}

const quietFor = 1000;
const linesEvery = 5000;

/**
 * Progress for people, on standard error so that results can be piped away: a bar on a terminal, else a plain line
 * now and then. What is done within a second is not worth showing.
 */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    begin: (label, total) => (stream.isTTY ? showBar(stream, label, total) : showLines(stream, label, total)),
  };
}

function showBar(stream: NodeJS.WriteStream, label: string, total: number): ReturnType<Progress['begin']> {
  const format = `${label.padEnd(9)} {bar} {percentage} % · {value} of {total} · {eta_formatted} left`;
  const bar = new SingleBar(
    { stream, format, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  const since = performance.now();
  let done = 0;
  let shown = false;
  return {
    advance: (count) => {
      done += count;
      if (shown) bar.update(done);
      else if (performance.now() - since > quietFor) {
        bar.start(total, done);
        shown = true;
      }
    },
    end: () => {
      if (shown) bar.stop();
    },
  };
}

function showLines(stream: NodeJS.WriteStream, label: string, total: number): ReturnType<Progress['begin']> {
  let last = performance.now() - linesEvery + quietFor;
  let done = 0;
  return {
    advance: (count) => {
      done += count;
      if (performance.now() - last < linesEvery) return;
      last = performance.now();
      stream.write(
        `${label}: ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} invoices\n`,
      );
    },
    end: () => undefined,
  };
}
