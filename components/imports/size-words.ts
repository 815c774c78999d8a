const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** "1.4 MB". */
export function sizeWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

/** "about 2 minutes left", once that can be told. */
export function timeLeft({
  done,
  of,
  elapsed,
}: {
  done: number;
  of: number;
  elapsed: number;
}): string | null {
  if (elapsed < 1000 || done <= 0 || done >= of) return null;
  const seconds = ((of - done) / done) * (elapsed / 1000);
  if (seconds < 2) return 'a moment left';
  if (seconds < 90) return `about ${Math.ceil(seconds)} seconds left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} minutes left` : `about ${Math.round(minutes / 60)} hours left`;
}
