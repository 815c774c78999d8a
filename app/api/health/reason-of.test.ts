import { expect, it } from 'vitest';
import { reasonOf } from './reason-of';

const withCode = (code: string) => Object.assign(new Error(`connect ${code} 10.0.0.7:5432`), { code });

it.each([
  [
    withCode('ECONNREFUSED'),
    'The database takes no connections: it is not running, or not at this address (ECONNREFUSED).',
  ],
  [
    new Error('Failed query: select 1', { cause: withCode('57P03') }),
    'The database is starting up or shutting down (57P03).',
  ],
  [new Error('timeout exceeded when trying to connect'), 'The database does not answer in time.'],
  [
    new Error('Failed query', { cause: new Error('Query read timeout') }),
    'The database does not answer in time.',
  ],
  [withCode('XX000'), 'The database does not answer (XX000).'],
  [new Error('Connection terminated unexpectedly'), 'The database does not answer.'],
  ['something thrown', 'The database does not answer.'],
])('%s: a sentence that says why, and not where', (error, reason) => expect(reasonOf(error)).toBe(reason));
