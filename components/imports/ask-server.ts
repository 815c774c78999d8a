/** Asks the server about an upload. Throws with what to tell people. */
export async function askServer<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new Error('The server can’t be reached right now. Try again in a moment.');
  }
  const body = (await response.json().catch(() => ({}))) as { message?: string };
  if (!response.ok) throw new Error(body.message ?? 'The server could not answer. Try again in a moment.');
  return body as T;
}

/** What is sent along as JSON. */
export const asJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
