/** What of a copied or mistyped address was left out, so that nobody takes what is shown for something else. */
export function UnreadNotice({ parts }: { parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return (
    <p role="status" className="rounded-control bg-past-fill px-3 py-2 text-dense text-past-ink">
      A part of this address could not be understood and was left out: {parts.join(', ')}.
    </p>
  );
}
