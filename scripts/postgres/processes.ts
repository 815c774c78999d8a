import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Is there a process with this id, whoever's it is? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process; empty when there is none or it cannot be read. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

/** Ids of the processes whose command line contains a text. */
export function processesWith(text: string): number[] {
  return allProcesses().filter((pid) => pid !== process.pid && commandLine(pid).includes(text));
}

/** Ids of the processes that a process started and that are still there. */
export function childrenOf(pid: number): number[] {
  return allProcesses().filter((each) => parentOf(each) === pid);
}

function parentOf(pid: number): number | undefined {
  try {
    // "17 (name) S 1 ...": the name may hold anything, so what follows is counted from its end.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return (
      Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout) || undefined
    );
  }
}

function allProcesses(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Boolean);
  } catch {
    const listed = spawnSync('ps', ['-axo', 'pid='], { encoding: 'utf8' }).stdout ?? '';
    return listed.split('\n').map(Number).filter(Boolean);
  }
}
