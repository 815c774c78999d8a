import { afterEach, expect, it, vi } from 'vitest';
import { isSameOrigin } from './same-origin';

afterEach(() => {
  vi.unstubAllEnvs();
});

const from = (headers: Record<string, string>) =>
  isSameOrigin({ headers: new Headers({ host: 'retrace.local:3000', ...headers }) });

it('takes what comes from a page of ours, and from a program that says nothing', () => {
  expect(from({ 'sec-fetch-site': 'same-origin', origin: 'http://retrace.local:3000' })).toBe(true);
  expect(from({ origin: 'http://retrace.local:3000' })).toBe(true);
  expect(from({})).toBe(true);
  vi.stubEnv('RETRACE_URL', 'https://retrace.example.com');
  expect(from({ origin: 'https://retrace.example.com' })).toBe(true);
});

it('refuses what comes from elsewhere', () => {
  expect(from({ 'sec-fetch-site': 'cross-site', origin: 'http://retrace.local:3000' })).toBe(false);
  expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false);
  expect(from({ origin: 'https://evil.example' })).toBe(false);
  expect(from({ origin: 'null' })).toBe(false);
});
