import { setFlagsFromString } from 'node:v8';

/**
 * Has Node collect garbage sooner, for commands through which a lot passes and in which little stays. Left alone it lets
 * the heap grow to several times of what is in use before it looks, so that memory seems to follow the size of the
 * file: 310 MB instead of 220 for the same export. It costs some 5 % of the time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=60');
}
