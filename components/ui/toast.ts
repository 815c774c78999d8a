import type { ExternalToast } from 'sonner';

export interface Toast {
  /** What happened: "Payment of €200.00 recorded". */
  title: string;
  description?: string;
  /** "problem" is announced at once and stays until it is closed. */
  tone?: 'neutral' | 'success' | 'problem';
  /** What can be done about it; the toast goes once it is used. */
  action?: { label: string; onClick: () => void };
  /** Two toasts with one id are one toast. */
  id?: string;
}

/** Told once, when there is something to show; resolves when the place for toasts is in the page. */
type Host = () => Promise<void>;

let host: Host | undefined;

/** For the component that puts the toasts into the page. */
export function hostToasts(newHost: Host): () => void {
  host = newHost;
  return () => {
    if (host === newHost) host = undefined;
  };
}

/** Shows a toast. The code for it (10 KB) is fetched with the first one, so that no page pays for it up front. */
export async function showToast({ title, description, tone = 'neutral', action, id }: Toast): Promise<void> {
  const [{ toast }] = await Promise.all([import('sonner'), host?.()]);
  const options: ExternalToast = { description, action, id };
  if (tone === 'problem') toast.error(title, { ...options, duration: Number.POSITIVE_INFINITY });
  else if (tone === 'success') toast.success(title, options);
  else toast(title, options);
}
