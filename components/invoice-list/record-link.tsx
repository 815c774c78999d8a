'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link to a record that is fetched ahead when the pointer or the keyboard comes near it, not when it scrolls into
 * view: a page of a hundred rows would ask the server a hundred times.
 */
export function RecordLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [near, setNear] = useState(false);
  const comeNear = () => setNear(true);
  return <Link {...props} prefetch={near ? 'auto' : false} onPointerEnter={comeNear} onFocus={comeNear} />;
}
