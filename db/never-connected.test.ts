import { expect, it } from 'vitest';
import { neverConnected } from './never-connected';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

it.each([
  withCode('ECONNREFUSED'),
  withCode('57P03'),
  new Error('timeout exceeded when trying to connect'),
  new Error('Failed query', { cause: withCode('ECONNREFUSED') }),
])('after %s nothing was carried out', (error) => expect(neverConnected(error)).toBe(true));

it.each([
  withCode('ECONNRESET'),
  withCode('57P01'),
  new Error('Query read timeout'),
  new Error('Connection terminated unexpectedly'),
  new Error('Failed query', { cause: withCode('EPIPE') }),
  'ECONNREFUSED',
])('after %s it may have been carried out', (error) => expect(neverConnected(error)).toBe(false));
