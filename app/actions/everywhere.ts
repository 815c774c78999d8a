import 'server-only';
import { revalidatePath } from 'next/cache';
import type { ActionResult } from '@/lib/action-result';

/** After a change of what decisions go by, which every page shows or asks: all of them are read again. */
export function everywhere(result: ActionResult): ActionResult {
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
