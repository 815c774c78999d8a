// What every entry script does first. Only Node built-ins may be imported here: on a fresh clone there is nothing
// else, and this is what changes that.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Checks Node, installs the dependencies if they are missing or older than the lock file, and runs a TypeScript
 * file of this folder in this process.
 *
 * @param {string} script such as './start.ts'
 * @param {string[]} [parts] folders with dependencies of their own that it needs too, such as 'bench/'
 */
export async function launch(script, parts = []) {
  checkNode();
  process.chdir(root);
  for (const part of ['', ...parts]) ensureDependencies(root + part);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: `${root}tsconfig.json` });
  await import(new URL(script, import.meta.url).href);
}

function checkNode() {
  const needed = [20, 19];
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  console.error(`Retrace needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

function ensureDependencies(folder) {
  if (dependenciesAreCurrent(folder)) return;
  const where = folder === root ? '' : ` in ${folder.slice(root.length, -1)}`;
  console.error(`Installing dependencies with npm ci${where} ...`);
  // The npm that runs us, if one does; its script works without a shell on every platform.
  const npm = process.env.npm_execpath;
  // Development dependencies too, whatever NODE_ENV says: `npm test` runs in the same folder.
  const args = ['ci', '--include=dev'];
  const options = { cwd: folder, stdio: ['ignore', 2, 2] };
  const { status, error } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`npm ci failed${error ? `: ${error.message}` : ''}. See above; then try again.`);
  process.exit(1);
}

/**
 * Compares what npm wrote about the installed packages with the lock file. Times of files would not do: a checkout
 * touches the lock file without changing it.
 *
 * @param {string} folder with package-lock.json and perhaps node_modules
 */
export function dependenciesAreCurrent(folder) {
  const installedFile = `${folder}/node_modules/.package-lock.json`;
  if (!existsSync(installedFile)) return false;
  const wanted = packagesIn(`${folder}/package-lock.json`);
  const installed = packagesIn(installedFile);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    // Optional packages are left out where the platform does not fit.
    if (!found && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) return false;
  }
  return true;
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
