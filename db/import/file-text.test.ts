import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8 } from './file-text';
import { UnreadableFileError } from './unreadable-file';

/** Bytes that begin, go on with and break characters, and the ends of lines. */
const nasty = [
  0x0a, 0x41, 0x80, 0x82, 0x9f, 0xa0, 0xa9, 0xac, 0xbf, 0xc0, 0xc3, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf5,
  0xff,
];

async function read(bytes: Buffer, size: number): Promise<Buffer | UnreadableFileError> {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const whole: Buffer[] = [];
  try {
    for await (const piece of utf8(pieces())) whole.push(piece);
    return Buffer.concat(whole);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error;
    throw error;
  }
}

/** The slow way: the longest beginning that is whole ends before the byte at fault. */
function faultIn(bytes: Buffer): { line: number; column: number; byte: string } {
  let good = 0;
  for (let end = 0; end <= bytes.length; end++) if (isUtf8(bytes.subarray(0, end))) good = end;
  const before = bytes.subarray(0, good);
  return {
    line: before.filter((byte) => byte === 0x0a).length + 1,
    column: good - before.lastIndexOf(0x0a),
    byte: (bytes[good] as number).toString(16).padStart(2, '0').toUpperCase(),
  };
}

it('text goes through as it is, and what is none is named by its first byte, wherever the pieces end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...nasty), { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (some, size) => {
        const bytes = Buffer.from([0x61, 0x62, 0x63, ...some]);
        const result = await read(bytes, size);
        if (isUtf8(bytes)) {
          expect(result).toEqual(bytes);
          return;
        }
        const { line, column, byte } = faultIn(bytes);
        expect(result).toMatchObject({
          place: { line, column },
          message: expect.stringMatching(`The byte ${byte} `),
        });
      },
    ),
    { numRuns: 1000 },
  );
});
