import { expect, test } from 'vitest';
import { cssText } from './css-text';

test('nothing in a text closes the string, the rule or the element that it stands in', () => {
  expect(cssText('INV-1')).toBe('"INV\\2d 1"');
  const hostile = cssText('"}</style><script>x</script>\n\\😀');
  expect(hostile.slice(1, -1)).not.toMatch(/["<>{}/\n]/);
  expect(hostile).toContain('\\1f600 ');
});
