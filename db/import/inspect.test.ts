import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inspect } from './inspect';

async function* from(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

const text = 'Case ID;Activity;When;Clerk;Paid on\n1;Open;2026-01-02;Ana;03/04/2026\n2;Close;2026-01-03;;\n';

it('says what columns a file has, which is which, and what is in the first rows', async () => {
  expect(await inspect(from(text))).toEqual({
    format: 'csv',
    log: null,
    delimiter: ';',
    columns: [
      { name: 'Case ID', samples: ['1', '2'], filled: 2, time: 'no' },
      { name: 'Activity', samples: ['Open', 'Close'], filled: 2, time: 'no' },
      { name: 'When', samples: ['2026-01-02', '2026-01-03'], filled: 2, time: 'yes' },
      { name: 'Clerk', samples: ['Ana'], filled: 1, time: 'no' },
      {
        name: 'Paid on',
        samples: ['03/04/2026'],
        filled: 1,
        time: { choose: expect.stringMatching(/3 April or 4 March/) },
      },
    ],
    guess: { case: 'Case ID', activity: 'Activity', timestamp: 'When' },
    preview: [
      { line: 2, values: ['1', 'Open', '2026-01-02', 'Ana', '03/04/2026'] },
      { line: 3, values: ['2', 'Close', '2026-01-03', '', ''] },
    ],
  });
});

it('reads the beginning of a file that breaks off, packed or not', async () => {
  const log = await readFile('test/fixtures/logs/fines.xes');
  const many = Buffer.concat([Buffer.from(text), Buffer.from('3;Open;2026-01-04;Bob;\n'.repeat(200_000))]);
  const packed = gzipSync(many, { level: 1 });
  const cut = await inspect(from(packed.subarray(0, packed.length / 2)));
  expect(cut.preview).toHaveLength(20);
  const half = await inspect(from(log.subarray(0, log.indexOf('Send Fine'))));
  expect(half).toMatchObject({
    format: 'xes',
    log: 'Road fines & more',
    guess: {
      case: 'case:concept:name',
      activity: 'concept:name',
      timestamp: 'time:timestamp',
      resource: 'org:resource',
    },
  });
  expect(half.preview.map(({ line }) => line)).toEqual([19, 36]);
});

it('refuses what cannot be read at all', async () => {
  await expect(inspect(from(''))).rejects.toThrow('The file is empty.');
  await expect(inspect(from('<html></html>'))).rejects.toThrow(/no event log/);
});
