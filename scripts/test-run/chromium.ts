import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium to test with: CHROME_PATH, the system's, Playwright's own or, failing all of these, one
 * installed now. Downloads cannot be counted on everywhere, so what is there already comes first.
 */
export function findChromium(log: (line: string) => void): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH is "${named}", but there is no such file. Correct it or leave it out.`);
  }
  const found = [...systemPaths, chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;

  log('No Chromium was found: installing one with Playwright.');
  // Where downloads are not to be had it may try for long; the system's package is next.
  const install = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  spawnSync(process.execPath, install, { ...quietly, timeout: 5 * 60_000 });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('That did not work: installing the system package chromium.');
    spawnSync('apt-get', ['update'], quietly);
    spawnSync('apt-get', ['install', '-y', 'chromium'], quietly);
    const installed = systemPaths.find((path) => existsSync(path));
    if (installed) return installed;
  }
  throw new Error('No Chromium could be found or installed. Install Chromium or Chrome, or set CHROME_PATH.');
}

const quietly = {
  // Nothing may wait for an answer.
  stdio: ['ignore', 'inherit', 'inherit'] as ('ignore' | 'inherit')[],
  env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
};
