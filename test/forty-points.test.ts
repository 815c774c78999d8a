import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../e2e');
const count = 40;

/** The numbers of the points of the interface that a browser test names. */
function named(): Set<number> {
  const specs = readdirSync(folder).filter((file) => file.endsWith('.spec.ts'));
  const names = specs.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return new Set([...names.matchAll(/\bpoint (\d+): /g)].map(([, number]) => Number(number)));
}

test('each of the forty points of the interface is the name of a browser test', () => {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const found = named();
  expect(all.filter((number) => !found.has(number))).toEqual([]);
});
