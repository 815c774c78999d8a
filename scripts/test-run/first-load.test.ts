import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFirstLoads, firstLoadBudget, readFirstLoads } from './first-load';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'retrace-first-load-'));
  folder = join(root, '.next');
  mkdirSync(join(folder, 'diagnostics'), { recursive: true });
  mkdirSync(join(folder, 'static'));
});

afterEach(() => rmSync(root, { recursive: true }));

/** A build whose routes load chunks of these sizes in KB, which nothing can compress. */
function build(routes: Record<string, Record<string, number>>): void {
  const stats = Object.entries(routes).map(([route, chunks]) => ({
    route,
    firstLoadChunkPaths: Object.keys(chunks).map((name) => `.next/static/${name}`),
  }));
  for (const chunks of Object.values(routes))
    for (const [name, kb] of Object.entries(chunks))
      writeFileSync(join(folder, 'static', name), randomBytes(kb * 1024));
  writeFileSync(join(folder, 'diagnostics', 'route-bundle-stats.json'), JSON.stringify(stats));
}

describe('first-load JavaScript', () => {
  test('is read from the build, compressed, the largest chunk first', () => {
    build({ '/invoices': { 'a.js': 20, 'b.js': 90 } });
    writeFileSync(join(folder, 'static', 'a.js'), 'x'.repeat(20_000));
    const [load] = readFirstLoads(folder);
    expect(load?.route).toBe('/invoices');
    expect(load?.chunks.map(({ name }) => name)).toEqual(['b.js', 'a.js']);
    expect(load?.bytes).toBeGreaterThan(90 * 1024);
    expect(load?.bytes).toBeLessThan(91 * 1024);
  });

  test('passes where every route keeps to its budget', () => {
    build({ '/invoices': { 'a.js': 130, 'b.js': 80 }, '/invoices/[id]': { 'c.js': 250 } });
    expect(() => checkFirstLoads(readFirstLoads(folder))).not.toThrow();
  });

  test('fails with route, size, budget and the largest chunks', () => {
    build({
      '/invoices': { 'a.js': 130, 'tiny.js': 1, 'b.js': 80, 'c.js': 40, 'd.js': 3, 'e.js': 2 },
      '/customers': { 'f.js': 100 },
      '/invoices/[id]': { 'g.js': 240 },
    });
    const check = () => checkFirstLoads(readFirstLoads(folder));
    expect(check).toThrow(
      /\/invoices: 256\.\d KB, 36\.\d KB over its 220\.0 KB\. Largest: a\.js 130\.\d KB, b\.js 80\.\d KB, c\.js 40\.\d KB, d\.js 3\.\d KB, e\.js 2\.\d KB\.\n/,
    );
    expect(check).not.toThrow(/customers|\[id\]|tiny/);
  });

  test('has a larger budget on a record, and the smaller one on a page that nobody thought of', () => {
    expect(firstLoadBudget('/invoices/[id]')).toBe(260 * 1024);
    expect(firstLoadBudget('/analytics')).toBe(220 * 1024);
    build({ '/invoices/[id]': { 'a.js': 265 }, '/analytics': { 'b.js': 225 } });
    const check = () => checkFirstLoads(readFirstLoads(folder));
    expect(check).toThrow(/\/invoices\/\[id\]: 265\.\d KB, 5\.\d KB over its 260\.0 KB/);
    expect(check).toThrow(/\/analytics: 225\.\d KB/);
  });

  test('is not taken for nothing where Next wrote none of it, or something else', () => {
    expect(() => readFirstLoads(folder)).toThrow(/route-bundle-stats\.json can't be read/);
    writeFileSync(join(folder, 'diagnostics', 'route-bundle-stats.json'), '[]');
    expect(() => readFirstLoads(folder)).toThrow(/not as Next 16 writes it/);
    writeFileSync(join(folder, 'diagnostics', 'route-bundle-stats.json'), '[{"route":"/","chunks":[]}]');
    expect(() => readFirstLoads(folder)).toThrow(/not as Next 16 writes it/);
  });
});
