import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Recorded } from '@/lib/event-sourcing/event';
import { findChromium } from '@/scripts/test-run/chromium';
import type { FoldTimes, measureFold } from './fold';

/** The same measurement as `measureFold`, in a page of the Chromium that the browser tests use. */
export async function measureFoldInBrowser(log: readonly Recorded[], rounds: number): Promise<FoldTimes> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./fold.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'bench',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const browser = await chromium.launch({
    executablePath: findChromium((line) => console.error(line)),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: (outputFiles[0] as { text: string }).text });
    return await page.evaluate(
      ({ json, rounds }) => {
        const { bench } = globalThis as unknown as { bench: { measureFold: typeof measureFold } };
        return bench.measureFold(JSON.parse(json), rounds);
      },
      { json: JSON.stringify(log), rounds },
    );
  } finally {
    await browser.close();
  }
}
