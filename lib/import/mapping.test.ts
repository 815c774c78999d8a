import { describe, expect, it } from 'vitest';
import { ImportMappingError, matchColumns, parseImportMapping } from './mapping';

describe('columns', () => {
  it.each([
    [
      ['case:concept:name', 'concept:name', 'time:timestamp', 'org:resource', 'amount'],
      ['case:concept:name', 'concept:name', 'time:timestamp', 'org:resource'],
    ],
    [
      ['Case ID', 'Activity', 'Complete Timestamp', 'Resource'],
      ['Case ID', 'Activity', 'Complete Timestamp', 'Resource'],
    ],
    [
      ['Order_ID', 'status', 'date'],
      ['Order_ID', 'status', 'date', undefined],
    ],
  ])('%j are found by their names', (columns, [caseColumn, activity, timestamp, resource]) => {
    const { found, missing } = matchColumns(columns, {});
    expect(found).toEqual({ case: caseColumn, activity, timestamp, ...(resource && { resource }) });
    expect(missing).toEqual([]);
  });

  it('are what the mapping says, before what their names do', () => {
    const columns = ['case id', 'activity', 'event', 'timestamp', 'user'];
    const { found } = matchColumns(columns, { activity: 'event', resource: null });
    expect(found).toEqual({ case: 'case id', activity: 'event', timestamp: 'timestamp', resource: null });
  });

  it('that cannot be told are named', () => {
    expect(matchColumns(['a', 'b', 'when'], {}).missing).toEqual(['case', 'activity']);
  });
});

describe('a mapping', () => {
  it('is taken as it is written', () => {
    const mapping = { case: 'a', activity: 'b', timestamp: 'c', timeZone: 'Europe/Berlin', dateOrder: 'dmy' };
    expect(parseImportMapping(mapping)).toEqual(mapping);
  });

  it.each([
    [{ caze: 'a' }, 'mapping: there is no “caze” in a mapping.'],
    [{ timeZone: 'Mars/Base' }, 'timeZone: Name a time zone, such as "Europe/Berlin" or "UTC".'],
    [{ dateOrder: 'ymd' }, 'dateOrder: Say dmy (the day first) or mdy (the month first).'],
    [{ delimiter: 'x' }, 'delimiter: Use a comma, a semicolon, a tab or a bar.'],
    [{ case: '' }, 'case: Name the column with the case.'],
  ])('%j is told what is wrong', (mapping, message) => {
    expect(() => parseImportMapping(mapping)).toThrow(new ImportMappingError(message));
  });
});
