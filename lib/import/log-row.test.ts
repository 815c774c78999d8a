import { describe, expect, it } from 'vitest';
import type { FieldType } from '../field-type';
import { headerProblem, LogRowReader } from './log-row';
import type { ImportMapping } from './mapping';

const columns = { case: 'case', activity: 'step', timestamp: 'at', resource: 'who' };
const now = '2026-11-27T00:00:00.000000Z';
const header = ['case', 'step', 'at', 'who', 'amount', 'note'];
const reader = (mapping: ImportMapping = {}) => new LogRowReader({ columns, mapping, now });
const read = (cells: readonly string[], mapping?: ImportMapping) =>
  reader(mapping).forHeader(header)(7, cells);

describe('a row', () => {
  it('is an event with all other columns as fields, as they were written', () => {
    expect(read([' A1', 'Pay ', '2026-01-02T03:04:05+01:00', 'Ana', '0100.50', ' two\nlines '])).toEqual({
      ok: true,
      row: {
        line: 7,
        caseId: 'A1',
        activity: 'Pay',
        moment: {
          instant: '2026-01-02T02:04:05.000000Z',
          at: '2026-01-02T03:04:05+01:00',
          offset: '+01:00',
        },
        resource: 'Ana',
        fields: { amount: '0100.50', note: ' two\nlines ' },
      },
    });
  });

  it('says nothing of what is empty or left out', () => {
    const result = read(['A1', 'Pay', '2026-01-02', '', '', 'x'], { ignore: ['note'] });
    expect(result).toMatchObject({ ok: true, row: { resource: null, fields: {} } });
  });

  it.each([
    [['', 'Pay', '2026-01-02', '', '', ''], 'case', /names no case/],
    [['A1', ' ', '2026-01-02', '', '', ''], 'step', /names no activity/],
    [['A1', 'Pay', '', '', '', ''], 'at', /no time/],
    [['A1', 'Pay', '2027-01-02', '', '', ''], 'at', /lies in the future/],
    [['A1', 'Pay', '2026-01-02', '', 'a\0b', ''], 'amount', /cannot be stored/],
    [['A1', 'Pay', '2026-01-02', '', '', 'x'.repeat(20_001)], 'note', /20,000 characters/],
    [['A'.repeat(201), 'Pay', '2026-01-02', '', '', ''], 'case', /200 characters/],
    [['A1', 'Pay'], null, /2 cells, the header 6/],
  ])('is refused at its column: %#', (cells, column, message) => {
    expect(read(cells)).toMatchObject({
      ok: false,
      problem: { line: 7, column, message: expect.stringMatching(message) },
    });
  });

  it('may be given by name, also by names that every object has', () => {
    const values = new Map([
      ['case', 'A1'],
      ['step', 'Pay'],
      ['at', '2026-01-02'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    const result = reader().read(1, values);
    if (!result.ok) throw new Error(result.problem.message);
    expect(JSON.stringify(result.row.fields)).toBe('{"__proto__":"x","constructor":"y"}');
  });
});

it('a value that the file says is more than text is known as that, in the form in which it is kept', () => {
  const long = '1234567890123456789012345678901234567890';
  const values = new Map(
    Object.entries({ case: 'A1', step: 'Pay', at: '2026-01-02', n: long, f: '1.50', yes: 'TRUE', no: '0' }),
  );
  values.set('due', '2026-03-01 09:00 +01:00').set('id', 'a-1').set('odd', 'n/a');
  const types = new Map<string, FieldType>(
    Object.entries({
      n: 'int',
      f: 'float',
      yes: 'boolean',
      no: 'boolean',
      due: 'date',
      id: 'id',
      odd: 'float',
    }),
  );
  const result = reader().read(1, values, types);
  if (!result.ok) throw new Error(result.problem.message);
  expect(result.row.fields).toEqual({
    n: long,
    f: '1.50',
    yes: 'true',
    no: 'false',
    due: '2026-03-01T09:00:00+01:00',
    id: 'a-1',
    odd: 'n/a',
  });
  expect(result.row.types).toEqual({
    n: 'int',
    f: 'float',
    yes: 'boolean',
    no: 'boolean',
    due: 'date',
    id: 'id',
  });
});

describe('a header', () => {
  it.each([
    [['a', 'b', 'a'], 3, /Columns 1 and 3 are both called “a”/],
    [['a', 'x'.repeat(201)], 2, /too long/],
    [Array.from({ length: 2001 }, (_, n) => `c${n}`), 2001, /2,001 columns; at most 2,000/],
  ])('is refused with the column: %#', (names, column, message) => {
    expect(headerProblem(names)).toEqual({ column, message: expect.stringMatching(message) });
  });
});
