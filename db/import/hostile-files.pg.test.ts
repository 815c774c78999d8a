/** Files that are damaged, or made to do harm: each is refused in words, with memory flat and nothing half written. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { stage } from './stage';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const mb = 1024 * 1024;
/** Over what the process has before; a file that was read into memory as a whole would take more. */
const mostMemory = 120 * mb;

type File = () => Iterable<Uint8Array>;

const text =
  (content: string): File =>
  () => [Buffer.from(content)];
const bytes =
  (...content: Uint8Array[]): File =>
  () =>
    content;
/** A piece again and again, made when it is asked for. */
const repeated = (start: string, piece: Uint8Array | string, times: number): File =>
  function* () {
    const buffer = Buffer.from(piece);
    if (start) yield Buffer.from(start);
    for (let n = 0; n < times; n++) yield buffer;
  };

const csv = 'case,activity,timestamp\n';
const row = 'A1,Open,2026-01-02T00:00:00Z\n';
const xml = '<?xml version="1.0"?>\n';
const event = `<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-02T00:00:00Z"/></event>\n`;
const cut = (whole: Uint8Array, part: number) => whole.subarray(0, Math.floor(whole.length * part));
/** A good row that packs well: some of its 10 KB become a field. */
const wide = `A1,Open,2026-01-02T00:00:00Z,${'x'.repeat(10_000)}\n`;
const manyRows = Buffer.from(csv + row.repeat(20_000));
const trace = `<trace><string key="concept:name" value="A1"/>${event.repeat(50)}</trace>`;

/** Its checksum is another one. */
const damaged = (whole: Uint8Array) => whole.map((byte, at) => (at === whole.length - 6 ? byte ^ 255 : byte));

const files: Record<string, [file: File, message: RegExp]> = {
  'an empty file': [bytes(), /^x\.log: The file is empty\./],
  'a header by itself that names nothing': [
    text('just some words\n'),
    /cannot be told which column of x\.log is the case, the activity, the timestamp/,
  ],
  'a truncated gzip file': [bytes(cut(gzipSync(manyRows), 0.7)), /ends in its middle: it was cut off/],
  'a damaged gzip file': [bytes(damaged(gzipSync(manyRows))), /gzip file is damaged/],
  'a gzip bomb of one line': [bytes(gzipSync(Buffer.alloc(64 * mb))), /longer than 1 MB|more than 300 times/],
  'a gzip bomb of good rows': [
    () => {
      const packed = gzipSync(Buffer.from(wide.repeat(4000)), { level: 9 });
      return [gzipSync(`${csv.trim()},x\n`), ...Array.from({ length: 10 }, () => packed)];
    },
    /unpacks to more than 300 times its size/,
  ],
  'a truncated CSV file, in a quoted cell': [
    text(`${csv}A1,"Op`),
    /line 2.*: A quote \("\) is opened in this row and not closed/,
  ],
  'a quote that never ends': [
    repeated(`${csv}A1,"`, 'x'.repeat(64 * 1024), 400),
    /line 2: This row is longer than 1 MB/,
  ],
  'a header of ten million columns': [
    repeated('', 'a,'.repeat(500_000), 20),
    /line 1: The header is longer than 1 MB; at most 2,000 columns can be read/,
  ],
  'a header of ten thousand columns': [
    text(Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',')),
    /line 1, column 2,001: The header has 10,000 columns; at most 2,000 can be read/,
  ],
  'broken UTF-8': [
    bytes(Buffer.from(`${csv}${row}B1,Caf`), Buffer.from([0xe9]), Buffer.from(',2026-01-02\n')),
    /x\.log, line 3, column 7: The byte E9 is no UTF-8/,
  ],
  'UTF-8 that breaks off': [
    bytes(Buffer.from(csv), Buffer.from([0xf0, 0x9f])),
    /line 2, column 1: The byte F0 is no UTF-8/,
  ],
  'UTF-16': [bytes(Buffer.from('\ufeffcase,activity', 'utf16le')), /This file is in UTF-16/],
  'a ZIP file': [
    bytes(Buffer.from('PK\u0003\u0004\u0014')),
    /This is a ZIP file, as Excel workbooks are too/,
  ],
  'a file packed by another program': [
    bytes(Buffer.from('BZh91AY')),
    /packed by bzip2, and only gzip is read/,
  ],
  'a PDF': [bytes(Buffer.from('%PDF-1.7\n')), /This is a PDF/],
  'random bytes': [
    bytes(Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919 + 131) % 251))),
    /is no UTF-8/,
  ],
  'a truncated XES file': [
    text(`${xml}<log>${trace}<trace>${event}<event><string key="a`),
    /ends in its middle: it was cut off/,
  ],
  'XML that is no log': [text(`${xml}<html><body/></html>`), /line 2.*no event log: it begins with <html>/],
  'XML that is not well-formed': [text(`${xml}<log><trace></log>`), /line 2.*no well-formed XML/],
  'an entity that pulls in a file': [
    text(`${xml}<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<log>&x;</log>`),
    /line 2.*declares a document type \(DTD\)/,
  ],
  'a billion laughs': [
    text(
      `${xml}<!DOCTYPE log [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "${'&a;'.repeat(10)}">`).join('')}]><log>&a29;</log>`,
    ),
    /declares a document type \(DTD\)/,
  ],
  'a DTD that never ends': [
    repeated(`${xml}<!DOCTYPE log [`, '<!ENTITY a "b">'.repeat(4000), 100),
    /goes on for more than 1 MB/,
  ],
  'an entity that nobody declared': [
    text(`${xml}<log><string key="a" value="&nobody;"/></log>`),
    /no well-formed XML.*entity/,
  ],
  'a value without end': [
    repeated(`${xml}<log><string key="a" value="`, 'x'.repeat(64 * 1024), 400),
    /goes on for more than 1 MB/,
  ],
  'attributes without end': [
    repeated(`${xml}<log><trace><event>`, '<string key="a" value="b"/>'.repeat(1000), 400),
    /more than 2000 attributes/,
  ],
  'a hundred thousand elements in each other': [
    repeated(`${xml}<log><trace><event>`, '<list key="a">'.repeat(1000), 100),
    /more than 32 deep/,
  ],
  'a trace without a name and without end': [
    repeated(`${xml}<log><trace>`, event.repeat(100), 100),
    /no concept:name before its first 5,000 events/,
  ],
  'a line of JSON without end': [
    repeated('{"case":"', 'x'.repeat(64 * 1024), 400),
    /line 1: This line is longer than 8 MB/,
  ],
  'JSON a hundred thousand deep': [
    text(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    /32 deep in each other|cannot be told/,
  ],
  'a JSON list': [text('[{"case":1},\n{"case":2}]\n'), /line 1: This is a JSON list/],
  'a JSON list on one line': [text('[{"case":1},{"case":2}]'), /line 1: This is a JSON list/],
  'lines that are no JSON': [
    text('{"case":1,\n{"activity":\n'),
    /line 1: This line is no JSON|cannot be told/,
  ],
};

async function* watched(file: File, peak: { most: number }): AsyncGenerator<Uint8Array> {
  for (const piece of file()) {
    peak.most = Math.max(peak.most, inUse());
    yield piece;
  }
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it.each(Object.entries(files))('%s', { timeout: 120_000 }, async (_, [file, message]) => {
  const before = inUse();
  const peak = { most: before };
  const run = stage({
    db: test.app,
    bytes: watched(file, peak),
    fileName: 'x.log',
    mapping: {},
    madeBy: { id: 'ana', name: 'Ana Novak' },
  });
  await expect(run).rejects.toThrow(message);
  expect(peak.most - before).toBeLessThan(mostMemory);
  const { rows } = await test.app.$client.query(
    `SELECT (SELECT count(*) FROM import_rows)::int AS staged, (SELECT count(*) FROM imports)::int AS imports,
            (SELECT count(*) FROM events WHERE workflow = 'record')::int AS events`,
  );
  expect(rows).toEqual([{ staged: 0, imports: 0, events: 0 }]);
});

it('a time in five forms is read, each in the one way that it can be', async () => {
  const times = [
    '2026-01-02T03:04:05Z',
    '02.01.2026 03:04:05',
    '1767323045',
    '13/01/2026',
    'Jan 2, 2026 3:04 AM',
  ];
  const file = text(csv + times.map((time, n) => `A${n},Open,"${time}"\n`).join(''));
  const { report } = await stage({
    db: test.app,
    bytes: watched(file, { most: 0 }),
    fileName: 'x.log',
    mapping: {},
    madeBy: { id: 'ana', name: 'Ana Novak' },
    dryRun: true,
  });
  expect(report).toMatchObject({ rows: 5, bad: 0 });
});
