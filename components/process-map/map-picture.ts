import { svgFile } from '../charts/svg-file';
import { curveThrough } from './laid-out';
import { drawnMap, type MapView } from './map-parts';

/** The map as an SVG file that stands alone. It is drawn once more beside the page's, which is made of links. */
export async function mapPicture(view: MapView, beside: Element | null, title: string): Promise<string> {
  const { width, height, boxes, lines } = drawnMap(view);
  const picture = make('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, 'font-size: 13px');
  for (const { points, stroke } of lines) {
    const line = make(
      'path',
      { d: curveThrough(points) },
      `fill: none; stroke: var(--ink-3); stroke-width: ${stroke}`,
    );
    picture.append(line, arrow(points));
  }
  for (const { x, y, width: wide, height: high, words, number, tint } of boxes) {
    const fill = `color-mix(in srgb, var(--accent) ${tint}%, var(--panel))`;
    const look = `fill: ${fill}; stroke: var(--${number === null ? 'line-strong' : 'accent'})`;
    picture.append(
      make('rect', { x, y, width: wide, height: high, rx: number === null ? high / 2 : 8 }, look),
    );
    const [middle, centre] = [x + wide / 2, y + high / 2];
    picture.append(
      text(shortened(words, wide / 7.4), middle, number === null ? centre + 4 : centre - 3, 550),
    );
    if (number !== null) picture.append(text(number, middle, centre + 15, 450));
  }
  for (const { at, words } of lines) {
    const wide = 8 + 7 * words.length;
    const paper = { x: at.x - wide / 2, y: at.y - 9, width: wide, height: 18 };
    picture.append(make('rect', paper, 'fill: var(--panel); stroke: none'), text(words, at.x, at.y + 4, 450));
  }
  picture.style.position = 'absolute';
  picture.style.insetInlineStart = '-9999px';
  (beside ?? document.body).append(picture);
  try {
    return await svgFile(picture, title);
  } finally {
    picture.remove();
  }
}

function make(
  name: 'svg' | 'path' | 'rect' | 'text',
  attributes: Readonly<Record<string, string | number>>,
  style: string,
): SVGSVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.setAttribute('style', style);
  return element as SVGSVGElement;
}

function text(words: string, x: number, y: number, weight: number): SVGElement {
  const element = make('text', { x, y }, `fill: var(--ink); text-anchor: middle; font-weight: ${weight}`);
  element.textContent = words;
  return element;
}

/** The head of an arrow, where a line ends. */
function arrow(points: readonly { x: number; y: number }[]): SVGElement {
  const [before, end] = points.slice(-2);
  if (!before || !end) return make('path', { d: '' }, '');
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const side = (turn: number) =>
    `${end.x - 9 * Math.cos(angle + turn)} ${end.y - 9 * Math.sin(angle + turn)}`;
  return make(
    'path',
    { d: `M${end.x} ${end.y}L${side(0.45)}L${side(-0.45)}Z` },
    'fill: var(--ink-3); stroke: none',
  );
}

function shortened(words: string, letters: number): string {
  const most = Math.floor(letters);
  return [...words].length > most ? `${[...words].slice(0, most - 1).join('')}…` : words;
}
