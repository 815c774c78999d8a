const gap = 6;
const edge = 8;

/**
 * Puts a fixed element above or below another one, centred, inside the viewport; it changes sides where there is
 * no room. Both rectangles are in CSS pixels of the viewport.
 */
export function placeBeside(element: HTMLElement, anchor: DOMRect, side: 'top' | 'bottom'): void {
  const { width, height } = element.getBoundingClientRect();
  const above = anchor.top - height - gap;
  const below = anchor.bottom + gap;
  const fitsAbove = above >= edge;
  const fitsBelow = below + height <= window.innerHeight - edge;
  const top =
    side === 'top' ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above;
  const centred = anchor.left + anchor.width / 2 - width / 2;
  const left = Math.max(edge, Math.min(centred, window.innerWidth - width - edge));
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
