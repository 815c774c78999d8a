/** Gives the browser a file that the page has made. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next task.
  window.setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** What is said where a picture could not be made. */
export const pictureProblem = {
  id: 'picture',
  title: 'The picture could not be made. Reload the page and save it again.',
  tone: 'problem',
} as const;
