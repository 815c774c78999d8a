import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extendTailwindMerge } from 'tailwind-merge';
import { expect, test } from 'vitest';
import { cn } from './cn';

/** By everything that Tailwind has, and the names of our own scales. */
const whole = extendTailwindMerge({
  extend: {
    theme: {
      text: ['title', 'emphasis', 'body', 'dense', 'label'],
      radius: ['control', 'card'],
      shadow: ['card', 'popup'],
      spacing: ['page'],
    },
  },
});

/** Every class in the sources that Tailwind knows, without its variants. */
function classesInUse(): string[] {
  const found = new Set<string>();
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  for (const file of files) {
    // What writes an SVG names properties of CSS, some of which read like classes.
    if (!/\.tsx?$/.test(file) || /\.test\.|class-groups|svg-file/.test(file)) continue;
    for (const [, text = ''] of readFileSync(file, 'utf8').matchAll(/['"`]([^'"`]*)['"`]/g))
      for (const word of text.split(/\s+/)) found.add(word.replace(/^(?:[\w@[\]&>_*-]+:)+/, ''));
  }
  return [...found].filter((word) => /^-?[a-z]/.test(word) && whole(`${word} ${word}`) === word);
}

test('of any two of our classes the same one wins as by the whole list', () => {
  const classes = classesInUse();
  expect(classes.length).toBeGreaterThan(300);
  const different: string[] = [];
  for (const one of classes)
    for (const other of classes) {
      const pair = `${one} ${other}`;
      // The same class twice does no harm.
      if (one !== other && cn(pair) !== whole(pair)) different.push(`${pair} -> ${whole(pair)}`);
    }
  expect(different).toEqual([]);
}, 60_000);
