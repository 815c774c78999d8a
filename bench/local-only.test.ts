import { expect, test } from 'vitest';
import { whyNotLocal } from './local-only';

test.each([
  'postgresql://ana:secret@127.0.0.1:5432/shop',
  'postgres://localhost/shop',
  'postgresql://ana@[::1]:5433/shop',
  'postgresql:///shop',
  'postgresql:///shop?host=/var/run/postgresql',
  'postgresql://%2Fvar%2Frun%2Fpostgresql/shop',
])('%s is this machine', (url) => expect(whyNotLocal(url, {})).toBeUndefined());

test.each([
  ['postgresql://ana:secret@db.example.com:5432/shop', {}, 'db.example.com'],
  ['postgresql://127.0.0.1.example.com/shop', {}, '127.0.0.1.example.com'],
  ['postgresql://localhost/shop?host=db.example.com', {}, 'db.example.com'],
  ['postgresql:///shop', { PGHOST: 'db.example.com' }, 'db.example.com'],
  ['postgresql://10.0.0.5/shop', {}, '10.0.0.5'],
  ['postgresql://0.0.0.0/shop', {}, '0.0.0.0'],
])('%s with %j is not', (url, environment, host) => {
  const why = whyNotLocal(url, environment);
  expect(why).toContain(`on ${host},`);
  expect(why).not.toContain('secret');
});

test('what is no URL is not taken for one', () =>
  expect(whyNotLocal('host=db dbname=shop', {})).toContain('no URL'));
