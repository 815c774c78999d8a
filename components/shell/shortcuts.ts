/** How the shortcuts that are shown beside their buttons are written: on a Mac, and elsewhere. */
const written = {
  palette: ['⌘K', 'Ctrl K'],
  undo: ['⌘Z', 'Ctrl Z'],
  redo: ['⇧⌘Z', 'Ctrl ⇧Z'],
  sheet: ['?', '?'],
} as const;

/** A shortcut as it is written on this machine. */
export const shortcutText = (name: keyof typeof written, onMac: boolean): string =>
  written[name][onMac ? 0 : 1];

/**
 * Is this key another one's? Inside fields it is typed, and while a dialog or a menu is open it belongs to that. The slider
 * is no field.
 */
export function isMeantElsewhere({ target }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], dialog[open]'))
    return true;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target instanceof HTMLElement && (target.matches('textarea, select') || target.isContentEditable);
}
