import type { ManyProgress } from '@/db/write-many';
import type { BatchLine, BatchResult } from '@/lib/batch-run';

/** Runs something that tells how far it is, and can be called off. It answers in any case. */
export type Run = (onProgress: (progress: ManyProgress) => void, signal: AbortSignal) => Promise<BatchResult>;

/**
 * Answers with what comes of a run. What is refused before it begins is a plain answer with its status; from the first
 * progress on it is a stream of lines of JSON, of which the last is the result. Whoever goes away calls it off.
 */
export async function progressStream(request: Request, run: Run): Promise<Response> {
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  const encoder = new TextEncoder();
  const { readable, controller } = openStream(() => gone.abort());
  const send = (line: BatchLine) => {
    if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
  };
  let begin: (() => void) | undefined;
  const begun = new Promise<null>((resolve) => {
    begin = () => resolve(null);
  });
  const ended = run((progress) => {
    send({ progress });
    begin?.();
  }, signal);
  const atOnce = await Promise.race([begun, ended]);
  if (atOnce) return Response.json(atOnce, { status: atOnce.ok ? 200 : atOnce.status });
  void ended.then((result) => {
    send({ result });
    if (!signal.aborted) controller.close();
  });
  // Compressing would hold the lines back.
  const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store, no-transform' };
  return new Response(readable, { headers });
}

function openStream(onCancel: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const readable = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened;
    },
    cancel: onCancel,
  });
  // A stream starts as it is made.
  return { readable, controller: controller as ReadableStreamDefaultController<Uint8Array> };
}
