import { expect, test } from 'vitest';
import { csvStart } from './csv';
import { contentDisposition, exportName, exportText, fileTime, tableFile } from './export-format';

const table = {
  header: ['Name', 'Amount'],
  lines: (row: { name: string }) => [[row.name, '-1.50']],
  json: (row: { name: string }) => ({ ...row, minorUnits: -150 }),
};

async function* batches(...of: { name: string }[][]) {
  yield* of;
}

async function piecesOf(format: 'csv' | 'jsonl', ...of: { name: string }[][]): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of exportText(tableFile(format, table), batches(...of))) pieces.push(piece);
  return pieces;
}

test('a CSV file has its header once, and a piece for each batch', async () => {
  expect(await piecesOf('csv', [{ name: 'Bakery' }], [{ name: '=1+1' }])).toEqual([
    `${csvStart}Name,Amount\r\nBakery,-1.50\r\n`,
    "'=1+1,-1.50\r\n",
  ]);
  expect(await piecesOf('csv')).toEqual([`${csvStart}Name,Amount\r\n`]);
});

test('JSON Lines has one object a line, whatever stands in it, and no formula to fear', async () => {
  const [piece = ''] = await piecesOf('jsonl', [{ name: 'two\nlines' }, { name: '=1+1' }]);
  expect(piece.endsWith('\n')).toBe(true);
  expect(
    piece
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { name: 'two\nlines', minorUnits: -150 },
    { name: '=1+1', minorUnits: -150 },
  ]);
  expect(await piecesOf('jsonl')).toEqual([]);
});

test('a name says what the file is of and which day it shows', () => {
  expect(exportName('invoices', { day: '2026-11-26', past: false }, 'csv')).toBe('invoices-2026-11-26.csv');
  expect(exportName('INV-2001', { day: '2026-11-23', past: true }, 'pdf')).toBe(
    'INV-2001-as-of-2026-11-23.pdf',
  );
  expect(exportName('../RE/2026 7', { day: '2026-11-23', past: false }, 'pdf')).toBe(
    'RE-2026-7-2026-11-23.pdf',
  );
});

test('a name with letters that a header cannot hold is given both ways', () => {
  expect(contentDisposition('INV-1.pdf')).toBe('attachment; filename="INV-1.pdf"');
  expect(contentDisposition('Zażółć-1.pdf')).toBe(
    `attachment; filename="Zazoc-1.pdf"; filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87-1.pdf`,
  );
});

test('a time stands there as the clocks of the zone showed it', () => {
  expect(fileTime('2026-11-20T13:13:07.123456Z', 'Europe/Berlin')).toBe('2026-11-20 14:13:07');
});
