import { describe, expect, it } from 'vitest';
import { localPath } from './local-path';

describe('localPath', () => {
  it.each(['/invoices', '/invoices?status=open&as_of=2026-11-10T14:13', '/invoices/INV-2041#event-8'])(
    'keeps %s',
    (path) => expect(localPath(path)).toBe(path),
  );

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    'javascript:alert(1)',
    'invoices',
    '',
    null,
    undefined,
    ['/invoices'],
  ])('refuses %j', (value) => expect(localPath(value, '/home')).toBe('/home'));
});
