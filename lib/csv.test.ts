import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from './csv';

/** Reads one line back as RFC 4180 has it. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy;
  for (let match = cell.exec(line); match; match = cell.exec(line)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') break;
  }
  return cells;
}

test('a line has its cells between commas and ends as RFC 4180 wants', () => {
  expect(csvLine(['INV-1', 12, null, 'Bakery'])).toBe('INV-1,12,,Bakery\r\n');
});

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\r\n');
});

describe('what a spreadsheet would take for a formula', () => {
  test.each(['=1+1', '+49 30', '-1+cmd|x', '@SUM(A1)', '\t=1', ' =1', '＝1', '-'])(
    '%j becomes text',
    (cell) => {
      expect(cellsOf(csvLine([cell]))).toEqual([`'${cell}`]);
    },
  );

  test.each(['-12.50', '-3', '0', 'a=b', 'due - late'])('%j stays as it is', (cell) => {
    expect(cellsOf(csvLine([cell]))).toEqual([cell]);
  });

  test('a negative number stays a number', () => expect(csvLine([-12.5])).toBe('-12.5\r\n'));
});

test('any text reads back as it was, or with the apostrophe in front; no cell begins a formula', () => {
  const isSafe = (text: string) => /^-?\d+(\.\d+)?$/.test(text) || !/^\s*[=+\-@]/.test(text);
  const cells = fc.array(
    fc.string({ unit: fc.constantFrom(...'=+-@＝ \t\r\n\u00a0",\'.1aé€'), maxLength: 12 }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(cells, (written) => {
      const read = cellsOf(csvLine(written));
      const isRight = read.every((text, index) => {
        const original = written[index] ?? '';
        return (text === original || text === `'${original}`) && isSafe(text);
      });
      return isRight && read.length === written.length;
    }),
  );
});
