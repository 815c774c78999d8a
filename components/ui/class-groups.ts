import type { Config } from 'tailwind-merge';

/** Any value at all: whether Tailwind knows it is not asked here. */
const any = () => true;
/** `p-2`, `px-page`, `w-[3px]`: each prefix is a group of its own. */
const prefixes = [
  ...['p', 'px', 'py', 'ps', 'pe', 'pt', 'pb', 'm', 'mx', 'my', 'ms', 'me', 'mt', 'mb', 'space-x', 'space-y'],
  ...['w', 'h', 'size', 'min-w', 'min-h', 'max-w', 'max-h', 'basis', 'gap', 'gap-x', 'gap-y', 'leading'],
  ...['inset', 'inset-x', 'inset-y', 'start', 'end', 'top', 'bottom', 'z', 'order', 'opacity', 'cursor'],
  ...['col-start', 'row-start', 'grid-cols', 'translate-x', 'translate-y', 'scale', 'rotate', 'animate'],
  ...[
    'items',
    'justify',
    'self',
    'fill',
    'duration',
    'ease',
    'break-inside',
    'break-after',
    'underline-offset',
  ],
  ...['scroll-m', 'scroll-mx', 'scroll-my', 'scroll-mb', 'scroll-mt', 'outline-offset', 'touch', 'origin'],
];

/**
 * The groups of classes of which the later one wins, as `tailwind-merge` takes them. It brings a list of everything that
 * Tailwind has, which is 5 KB on every page; this one has what is in use here, and class-groups.test.ts holds it to that:
 * where a pair of our classes comes out otherwise than by the whole list, a group is missing.
 */
export const classGroups: Record<string, Config<string, string>['classGroups'][string]> = {
  ...Object.fromEntries(prefixes.map((prefix) => [prefix, [{ [prefix]: [any] }]])),
  display: [
    ...[
      'block',
      'inline-block',
      'inline',
      'flex',
      'inline-flex',
      'grid',
      'inline-grid',
      'contents',
      'hidden',
    ],
    ...[
      'table',
      'table-cell',
      'table-row',
      'table-row-group',
      'table-header-group',
      'list-item',
      'flow-root',
    ],
  ],
  position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
  visibility: ['visible', 'invisible', 'collapse'],
  sr: ['sr-only', 'not-sr-only'],
  'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['wrap', 'nowrap', 'wrap-reverse'] }],
  flex: [{ flex: ['1', 'auto', 'initial', 'none'] }],
  grow: [{ grow: ['', any] }],
  shrink: [{ shrink: ['', any] }],
  'col-span': [{ 'col-span': [any] }],
  'row-span': [{ 'row-span': [any] }],
  'align-content': [{ content: ['start', 'end', 'center', 'between'] }],
  'place-items': [{ 'place-items': [any] }],
  'font-size': [
    { text: ['title', 'emphasis', 'body', 'dense', 'label', (value: string) => /^\[\d/.test(value)] },
  ],
  'text-align': [{ text: ['start', 'end', 'center', 'left', 'right'] }],
  'text-wrap': [{ text: ['balance', 'pretty', 'wrap', 'nowrap'] }],
  'text-color': [{ text: [any] }],
  'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
  'font-family': [{ font: ['sans', 'mono'] }],
  'font-style': ['italic', 'not-italic'],
  numeric: ['tabular-nums'],
  'text-decoration': ['underline', 'no-underline', 'line-through'],
  'text-decoration-thickness': [{ decoration: ['1', '2'] }],
  'text-decoration-color': [{ decoration: [any] }],
  'text-overflow': ['truncate', 'text-ellipsis', 'text-clip'],
  whitespace: [{ whitespace: [any] }],
  break: [{ break: ['normal', 'words', 'all', 'keep'] }],
  wrap: [{ wrap: [any] }],
  'vertical-align': [{ align: [any] }],
  'bg-color': [{ bg: [any] }],
  'border-w': [{ border: ['', '0', '2', '[3px]'] }],
  ...Object.fromEntries(
    ['x', 'y', 's', 'e', 't', 'b'].map((side) => [
      `border-w-${side}`,
      [{ [`border-${side}`]: ['', '0', '2'] }],
    ]),
  ),
  'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
  'border-collapse': [{ border: ['collapse', 'separate'] }],
  'border-spacing': [{ 'border-spacing': [any] }],
  'border-color': [{ border: [any] }],
  'divide-y': [{ 'divide-y': ['', any] }],
  'divide-color': [{ divide: [any] }],
  rounded: [{ rounded: ['', any] }],
  ...Object.fromEntries(
    ['s', 'e', 't', 'b', 'ss', 'se', 'es', 'ee'].map((corner) => [
      `rounded-${corner}`,
      [{ [`rounded-${corner}`]: ['', any] }],
    ]),
  ),
  'outline-w': [{ outline: ['', '2'] }],
  'outline-style': [{ outline: ['none', 'hidden', 'dashed'] }],
  'outline-color': [{ outline: [any] }],
  'ring-w': [{ ring: ['', '1', '2'] }],
  'ring-color': [{ ring: [any] }],
  shadow: [{ shadow: ['', any] }],
  stroke: [{ stroke: [any] }],
  overflow: [{ overflow: ['auto', 'hidden', 'clip', 'visible', 'scroll'] }],
  'overflow-x': [{ 'overflow-x': [any] }],
  'overflow-y': [{ 'overflow-y': [any] }],
  overscroll: [{ overscroll: [any] }],
  'pointer-events': [{ 'pointer-events': [any] }],
  select: [{ select: [any] }],
  appearance: [{ appearance: [any] }],
  transition: [
    { transition: ['', 'none', 'colors', 'opacity', 'transform', (value: string) => value[0] === '['] },
  ],
  'transition-behavior': [{ transition: ['discrete', 'normal'] }],
};

/** Which groups one of a group does away with besides its own. */
export const conflictingClassGroups: Record<string, readonly string[]> = {
  p: ['px', 'py', 'ps', 'pe', 'pt', 'pb'],
  m: ['mx', 'my', 'ms', 'me', 'mt', 'mb'],
  px: ['ps', 'pe'],
  py: ['pt', 'pb'],
  mx: ['ms', 'me'],
  my: ['mt', 'mb'],
  size: ['w', 'h'],
  gap: ['gap-x', 'gap-y'],
  flex: ['basis', 'grow', 'shrink'],
  inset: ['inset-x', 'inset-y', 'start', 'end', 'top', 'bottom'],
  'inset-x': ['start', 'end'],
  'inset-y': ['top', 'bottom'],
  overflow: ['overflow-x', 'overflow-y'],
  'font-size': ['leading'],
  'border-w': ['x', 'y', 's', 'e', 't', 'b'].map((side) => `border-w-${side}`),
  'border-w-y': ['border-w-t', 'border-w-b'],
  rounded: ['s', 'e', 't', 'b', 'ss', 'se', 'es', 'ee'].map((corner) => `rounded-${corner}`),
  'rounded-s': ['rounded-ss', 'rounded-es'],
  'rounded-e': ['rounded-se', 'rounded-ee'],
};
