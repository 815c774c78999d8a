/** How far sending a file is, in bytes. */
export type Sent = (done: number, of: number) => void;

/**
 * Sends a file to the server, which keeps it as it comes. By XMLHttpRequest, since `fetch` does not say how much is sent.
 *
 * @returns the id of the upload; rejects with what to tell people
 */
export function uploadFile(file: File, sent: Sent, signal: AbortSignal): Promise<string> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => sent(loaded, total));
    request.addEventListener('load', () => {
      const { id, message } = (request.response ?? {}) as { id?: string; message?: string };
      if (request.status === 200 && id) done(id);
      else failed(new Error(message ?? 'The file could not be sent. Try again in a moment.'));
    });
    request.addEventListener('error', () =>
      failed(new Error('The server could not be reached. Try again in a moment.')),
    );
    signal.addEventListener('abort', () => {
      request.abort();
      failed(new Error('Nothing was sent.'));
    });
    request.open('POST', `/api/imports/upload?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.send(file);
  });
}
