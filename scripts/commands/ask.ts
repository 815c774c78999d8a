import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Is there a person to ask? */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/** Asks a yes-or-no question; anything but a clear yes is no. */
export async function confirm(question: string): Promise<boolean> {
  const answer = await ask(`${question} (y/N) `, process.stderr);
  return /^y(es)?$/i.test(answer.trim());
}

/** Asks for a password without showing what is typed. */
export async function askPassword(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const answer = await ask('', silent);
  process.stderr.write('\n');
  return answer;
}

/** Reads all of standard input, without the line end a shell adds. */
export async function readStdin(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

async function ask(question: string, output: NodeJS.WritableStream): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  // While a line is read the terminal hands Ctrl+C to us as a key.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    // Ctrl+D closes the input without an answer.
    const closed = once(lines, 'close').then(() => '');
    return await Promise.race([lines.question(question), closed]);
  } finally {
    lines.close();
  }
}
