import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Look = 'light' | 'dark' | 'forced colours' | 'right to left' | 'text of 200 %';

const widths = [1440, 320];

/** At each of them a page has to pass; text of twice the size is zoomed into on a large screen. */
const looks: readonly { look: Look; widths: readonly number[] }[] = [
  { look: 'light', widths },
  { look: 'dark', widths },
  { look: 'forced colours', widths },
  { look: 'right to left', widths },
  { look: 'text of 200 %', widths: [1440] },
];

/** What axe has to say against the page as it stands; of toasts that come and go meanwhile, nothing. */
export async function violations(page: Page, within = 'html'): Promise<string[]> {
  // In one page without frames there is nothing that the slower way would add.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include(within).exclude('[data-sonner-toaster]');
  // What passes need not be gathered, which is half of the time.
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** What is wider than the window, so that the page must be scrolled sideways. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide <= 0) return [];
    const all = [...document.querySelectorAll('body *')];
    const [left, right] = [-1, window.innerWidth + 1];
    const beyond = all.filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left || box.right > right);
    });
    const names = beyond.map(({ outerHTML }) => outerHTML.slice(0, 200));
    return [`${wide} px wider than the window: ${names.slice(-3).join('; ')}`];
  });

/**
 * What is wrong with what is on the page, in every look: what axe finds, and whether it must be scrolled sideways.
 *
 * @param within the part that axe looks at, where a page is too long to look at all of it nine times
 * @param open opens it again, where another width closes it
 */
export async function wrongInAnyLook(
  page: Page,
  within?: string,
  open?: () => Promise<unknown>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { look, widths } of looks) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await put(page, look);
      await open?.();
      const found = [...(await sticksOut(page)), ...(await violations(page, within))];
      wrong.push(...found.map((what) => `${look}, ${width} px: ${what}`));
    }
  }
  await put(page, 'light');
  return wrong;
}

/** Without motion, so that no colour is judged on its way to another. */
async function put(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    forcedColors: look === 'forced colours' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await page.evaluate(
    (dir) => {
      document.documentElement.dir = dir;
    },
    look === 'right to left' ? 'rtl' : 'ltr',
  );
  // The size that a person chooses in the browser, by which rem and the widths of layouts go.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: look === 'text of 200 %' ? 32 : 16 } });
  await browser.detach();
}
