import { join } from 'node:path';
import { buildFolder, buildIfChanged } from '../build';
import { dependenciesAreCurrent } from '../launch.mjs';
import { startAppUnderTest } from './app-under-test';
import { findChromium } from './chromium';
import { playwrightCounts, vitestCounts } from './counts';
import { checkFirstLoads, readFirstLoads } from './first-load';
import type { Step, StepContext } from './run-step';

const vitest = async ({ node, folder }: StepContext, project: string): Promise<void> => {
  const report = ['--reporter=default', '--reporter=json', `--outputFile=${join(folder, 'report.json')}`];
  await node('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...report]);
};

/** Everything `npm test` does, in order. */
export const steps: Step[] = [
  {
    name: 'format and lint',
    minutes: 3,
    quick: true,
    run: ({ node }) => node('node_modules/@biomejs/biome/bin/biome', ['ci', '--colors=off', '.']),
  },
  {
    name: 'import rules',
    minutes: 3,
    quick: true,
    run: ({ node }) => node('scripts/lint.mjs', []),
  },
  {
    name: 'unused code',
    minutes: 3,
    quick: true,
    run: ({ node }) => node('node_modules/knip/bin/knip.js', []),
  },
  {
    name: 'types',
    minutes: 5,
    quick: true,
    run: async ({ node }) => {
      await node('node_modules/next/dist/bin/next', ['typegen']);
      await node('node_modules/typescript/bin/tsc', ['-p', 'test/tsconfig.json']);
      // All of the benchmark but what its peers' packages are needed for was checked just now.
      if (dependenciesAreCurrent('bench')) await node('node_modules/typescript/bin/tsc', ['-p', 'bench']);
    },
  },
  {
    name: 'unit and property tests',
    minutes: 10,
    quick: true,
    run: (context) => vitest(context, 'unit'),
    counts: (folder) => vitestCounts(join(folder, 'report.json')),
  },
  {
    name: 'database tests',
    minutes: 15,
    quick: true,
    run: (context) => vitest(context, 'pg'),
    counts: (folder) => vitestCounts(join(folder, 'report.json')),
  },
  {
    name: 'production build',
    minutes: 8,
    quick: false,
    run: ({ output, signal }) => buildIfChanged({ log: () => undefined, signal, output }),
  },
  {
    name: 'first-load JavaScript',
    minutes: 1,
    quick: false,
    needs: 'production build',
    run: async () => checkFirstLoads(readFirstLoads(buildFolder())),
  },
  {
    name: 'browser tests',
    minutes: 50,
    quick: false,
    needs: 'production build',
    run: async ({ node, output, signal, folder }) => {
      const chromium = findChromium((line) => console.log(line));
      const app = await startAppUnderTest(output, signal);
      try {
        await node('node_modules/@playwright/test/cli.js', ['test', '--reporter=dot,json'], {
          CHROME_PATH: chromium,
          RETRACE_TEST_URL: app.address,
          PLAYWRIGHT_JSON_OUTPUT_NAME: join(folder, 'report.json'),
        });
      } finally {
        await app.stop();
      }
    },
    counts: (folder) => playwrightCounts(join(folder, 'report.json')),
  },
];
