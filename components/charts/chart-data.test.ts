import { describe, expect, test } from 'vitest';
import {
  axisOf,
  type ChartData,
  chartCsv,
  columnsOf,
  fileNameOf,
  markAfter,
  markWords,
  rowOf,
} from './chart-data';

const rates: ChartData = {
  of: 'Business path',
  series: [{ label: 'Refund rate', unit: 'share' }],
  notes: 'Refunds of invoices',
  marks: [
    { label: 'Manual billing', values: [0.123], interval: [0.081, 0.18], note: '12 of 98', hrefs: ['/a'] },
    { label: '=HYPERLINK("x")', values: [null], interval: null, note: '0 of 0' },
  ],
};

const times: ChartData = {
  of: 'Month',
  series: [
    { label: 'Median', unit: 'seconds' },
    { label: 'Count', unit: 'count' },
  ],
  marks: [{ label: 'Nov', values: [187_200, 1200] }],
};

describe('the table', () => {
  test('has a column for each value, for either end of the interval and for the note', () => {
    expect(columnsOf(rates).map(({ label }) => label)).toEqual([
      'Business path',
      'Refund rate',
      'From',
      'To',
      'Refunds of invoices',
    ]);
    expect(columnsOf(times).map(({ label }) => label)).toEqual(['Month', 'Median', 'Count']);
  });

  test('says each value in words, with the address of what is behind it', () => {
    const rows = rates.marks.map((mark) => rowOf(rates, mark));
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Manual billing', '12.3 %', '8.1 %', '18.0 %', '12 of 98'],
      ['=HYPERLINK("x")', '–', '–', '–', '0 of 0'],
    ]);
    expect(rows[0]?.[1]?.href).toBe('/a');
    expect(rows[1]?.[1]?.href).toBeNull();
  });
});

describe('the file', () => {
  test('has bare values, and no cell that a spreadsheet takes for a formula', () => {
    expect(chartCsv(rates)).toBe(
      '\uFEFFBusiness path,Refund rate,From,To,Refunds of invoices\r\n' +
        'Manual billing,0.123,0.081,0.18,12 of 98\r\n' +
        '"\'=HYPERLINK(""x"")",,,,0 of 0\r\n',
    );
  });

  test('names the unit of a time', () => {
    expect(chartCsv(times)).toBe('\uFEFFMonth,Median (seconds),Count\r\nNov,187200,1200\r\n');
  });

  test('is named after the chart', () => {
    expect(fileNameOf('Refund rate, by path')).toBe('refund-rate-by-path');
    expect(fileNameOf('…')).toBe('chart');
  });
});

describe('what is said of a mark', () => {
  test('is its name, its value, its interval and its note', () => {
    expect(rates.marks.map((mark) => markWords(rates, mark))).toEqual([
      'Manual billing: 12.3 %, between 8.1 % and 18.0 %, 12 of 98',
      '=HYPERLINK("x"): none, 0 of 0',
    ]);
  });

  test('names each value where there are several', () => {
    expect(times.marks.map((mark) => markWords(times, mark))).toEqual(['Nov: Median 2 d 4 h, Count 1,200']);
  });
});

describe('the axis', () => {
  test('has times in the unit that suits the longest, and shares in hundredths', () => {
    expect(axisOf(times)).toMatchObject({ size: 86_400, name: 'days' });
    expect(axisOf(rates).words(25)).toBe('25 %');
    expect(axisOf({ ...rates, series: [{ label: 'n', unit: 'count' }] }).words(120_000)).toBe('120K');
  });
});

describe('a key', () => {
  test.each([
    ['ArrowRight', 1, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowDown', 1, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 1, 3],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 0, 3],
    ['x', 1, null],
  ])('%s leads from mark %d to %s of four', (key, at, to) => expect(markAfter(key, at, 4, false)).toBe(to));

  test('from right to left the arrows follow the eye', () => {
    expect(markAfter('ArrowRight', 1, 4, true)).toBe(0);
    expect(markAfter('ArrowLeft', 1, 4, true)).toBe(2);
  });
});
