/** The same items, each asked for while the one before is still being worked on. */
export async function* readAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = ask(items);
  try {
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = ask(items);
      yield result.value;
    }
  } finally {
    await next.catch(() => undefined);
    await items.return(undefined);
  }
}

function ask<T>(items: AsyncGenerator<T>): Promise<IteratorResult<T>> {
  const next = items.next();
  // Its failure is met when it is awaited, which may be later.
  next.catch(() => undefined);
  return next;
}
