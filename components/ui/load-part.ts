import type { ComponentType } from 'react';
import { showToast } from './toast';

/**
 * Loads a part of the page that is needed only now and then. A network that blinks is asked once more; where the part
 * stays away, after a new release perhaps, the page says so and goes on without it instead of breaking.
 */
export async function loadPart<P>(load: () => Promise<ComponentType<P>>): Promise<ComponentType<P>> {
  try {
    return await load().catch(load);
  } catch {
    void showToast({
      id: 'part-missing',
      title: 'A part of this page could not be loaded. Reload the page; nothing you saved is lost.',
      tone: 'problem',
    }).catch(() => undefined);
    return () => null;
  }
}
