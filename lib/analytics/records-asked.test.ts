import { expect, it } from 'vitest';
import { anyRecords, ofLog, readRecordsAsked } from './records-asked';

it('a kind of record is asked about by its name, one log by its own, whatever stands in it', () => {
  expect(readRecordsAsked('invoice')).toEqual({ workflow: 'invoice', log: null });
  expect(readRecordsAsked(null)).toEqual(anyRecords);
  for (const log of ['Road fines', 'record:record', 'a: b'])
    expect(readRecordsAsked(ofLog(log))).toEqual({ workflow: 'record', log });
});
