/** Imports one file, as the command does, and prints how long each pass took and how much memory it had at most. */
import { createReadStream } from 'node:fs';
import { connect } from '@/db/client';
import { stage } from '@/db/import/stage';
import { writeImport } from '@/db/import/write';
import { keepHeapSmall } from '@/scripts/small-heap';

export interface Imported {
  /** Seconds of each pass. */
  checking: number;
  writing: number;
  /** Megabytes of the process at most. */
  memory: number;
}

const [url = '', file = ''] = process.argv.slice(2);
keepHeapSmall();
const db = connect(url, { max: 5, applicationName: 'retrace bench' });
try {
  const began = performance.now();
  const { importId } = await stage({
    db,
    bytes: createReadStream(file, { highWaterMark: 256 * 1024 }),
    fileName: 'log.csv',
    mapping: {},
    madeBy: { id: 'bench', name: 'Benchmark' },
  });
  const checked = performance.now();
  await writeImport({ db, importId });
  const imported: Imported = {
    checking: (checked - began) / 1000,
    writing: (performance.now() - checked) / 1000,
    memory: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(JSON.stringify(imported));
} finally {
  await db.$client.end();
}
