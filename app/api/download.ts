import 'server-only';

interface Download {
  /** Such as `activity-2026-11-10.csv`. */
  name: string;
  contentType: string;
  /** The text of the file, read as it is taken away. */
  parts: AsyncGenerator<string, undefined>;
}

/** Answers with a file. Its first part is read before anything is sent: until then a failure can be told as one. */
export async function download({ name, contentType, parts }: Download): Promise<Response> {
  const first = await parts.next();
  return new Response(streamOf(first.value ?? '', parts), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function streamOf(first: string, rest: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    pull: async (controller) => {
      const { value, done } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    // Whoever stops the download stops the reading.
    cancel: async () => {
      await rest.return(undefined);
    },
  });
}
