/**
 * A drawing of the page as a file that stands alone: what style sheets say of it is written on its elements, colours as
 * plain values, and the letters it needs come along.
 */

const written = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;

/** Opacity is an element's own. */
const handedDown = (name: string) => name !== 'opacity';

const headerHeight = 40;
const margin = 12;

/** The file's text. `title` stands above the drawing. */
export async function svgFile(drawn: SVGSVGElement, title: string): Promise<string> {
  const { width, height } = drawn.getBoundingClientRect();
  const page = getComputedStyle(drawn.closest('figure') ?? document.body);
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  resolveStyles(drawn, copy, {});
  for (const empty of copy.querySelectorAll('title, desc')) empty.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames())
      if (/^(class|style|tabindex|role|data-.*|aria-.*)$/.test(name)) element.removeAttribute(name);
  }
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(headerHeight));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const file = make('svg', {
    xmlns: svgNamespace,
    width: width + 2 * margin,
    height: height + headerHeight + margin,
    viewBox: `0 0 ${width + 2 * margin} ${height + headerHeight + margin}`,
    role: 'img',
  });
  const heading = make('text', {
    x: margin,
    y: 26,
    fill: page.color,
    'font-family': page.fontFamily,
    'font-size': 16,
    'font-weight': 650,
  });
  heading.textContent = title;
  const name = make('title', {});
  name.textContent = title;
  const style = make('style', {});
  style.textContent = await fontFaces(`${title}${drawn.textContent ?? ''}`);
  file.append(
    name,
    style,
    make('rect', { width: '100%', height: '100%', fill: paper(drawn) }),
    heading,
    copy,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** Writes what applies to each element of the page's drawing on the copy's, where it is not what its parent has. */
function resolveStyles(from: Element, to: Element, above: Readonly<Record<string, string>>): void {
  const style = getComputedStyle(from);
  const here = Object.fromEntries(written.map((name) => [name, style.getPropertyValue(name)]));
  for (const [name, value] of Object.entries(here)) {
    if (above[name] === value && handedDown(name)) to.removeAttribute(name);
    else to.setAttribute(name, value);
  }
  const children = [...to.children];
  [...from.children].forEach((child, index) => {
    const twin = children[index];
    if (twin) resolveStyles(child, twin, here);
  });
}

/** The colour that the drawing lies on. */
function paper(drawn: Element): string {
  for (let element: Element | null = drawn; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (!/^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'white';
}

/** The page's font, in those of its parts that have a letter of the text. */
async function fontFaces(text: string): Promise<string> {
  const codes = [...new Set([...text].map((letter) => letter.codePointAt(0) ?? 0))];
  const rules = [...document.styleSheets].flatMap(fontRules).filter(({ style }) => {
    const family = style.getPropertyValue('font-family');
    return family.includes('Inter Variable') && covers(style.getPropertyValue('unicode-range'), codes);
  });
  return (await Promise.all(rules.map(embedded))).join('\n');
}

function fontRules(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    // A sheet of another site, such as an extension's, may not be read.
    return [];
  }
}

/** Is one of the letters in a list such as "U+0-FF, U+131"? */
function covers(range: string, codes: readonly number[]): boolean {
  if (!range) return true;
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.trim().slice(2).split('-');
    const [from, to] = [first.replaceAll('?', '0'), last.replaceAll('?', 'F')].map((hex) =>
      Number.parseInt(hex, 16),
    );
    return codes.some((code) => code >= (from ?? 0) && code <= (to ?? 0));
  });
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const source = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (!source) return '';
  const answer = await fetch(new URL(source, parentStyleSheet?.href ?? document.baseURI));
  if (!answer.ok) throw new Error(`The font could not be read: ${answer.status}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const range = style.getPropertyValue('unicode-range');
  return (
    `@font-face{font-family:"Inter Variable";font-weight:100 900;${range ? `unicode-range:${range};` : ''}` +
    `src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`
  );
}
