import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { banner, feed, slider } from './record';

const { manyEdits, longHistory } = stories;

test('point 10: keys move the slider: arrows one event, PageUp and PageDown ten, Home and End to the ends; up is later', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  const at = () => slider(page).inputValue().then(Number);
  const newest = await at();
  await slider(page).focus();
  const presses: [string, number][] = [
    ['ArrowLeft', newest - 1],
    ['ArrowDown', newest - 2],
    ['ArrowUp', newest - 1],
    ['ArrowRight', newest],
    ['PageDown', newest - 10],
    ['PageUp', newest],
    ['Home', 1],
    ['PageUp', 11],
    ['End', newest],
  ];
  for (const [key, expected] of presses) {
    await page.keyboard.press(key);
    await expect.poll(at, `after ${key}`).toBe(expected);
  }
});

test('point 11: the slider says where it is: event, sentence, person and moment', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}?version=1`);
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    /^Event 1 of 45, (Ana Novak|Bob Ekdahl) created the invoice for .*, \d+ \w{3} \d{4}, \d\d:\d\d$/,
  );
});

test('point 2: holding an arrow key adds one entry to Back; Back returns to now', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await slider(page).focus();
  for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/version=39/);
  await page.goBack();
  await expect(page).not.toHaveURL(/version=/);
  await expect(banner(page)).toBeHidden();
});

test('moving the slider asks the server for nothing', async ({ as }) => {
  const page = await as('vera', `/invoices/${longHistory.id}`);
  await expect(feed(page).getByRole('article')).toHaveCount(130);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await slider(page).focus();
  for (let n = 0; n < 12; n++) await page.keyboard.press('PageDown');
  await expect(slider(page)).toHaveValue('10');
  // The page itself is told of what others do, and looks now and then; what the navigation leads to is fetched ahead when
  // the page has come to rest; and Chromium takes the icon from its cache at every change of the address. Moving must not
  // add to that: neither data nor the pages of records that the document names on its way.
  const itself = /\/events\?after=|\/presence$|\/api\/live|\/icon\.svg|\/_next\/static\/|\/[a-z-]+\?_rsc=/;
  expect(asked.filter((url) => !itself.test(url))).toEqual([]);
});

test('point 7: later events are dimmed and stay, the event in view is marked and in sight', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${longHistory.id}?version=40`);
  await expect(feed(page).getByRole('article')).toHaveCount(130);
  const here = feed(page).locator('article[aria-current="true"]');
  await expect(here).toHaveAttribute('data-version', '40');
  await expect(here).toBeInViewport();
  const colourOf = (version: number) =>
    feed(page)
      .locator(`article[data-version="${version}"]`)
      .evaluate((article) => getComputedStyle(article).color);
  expect(await colourOf(41)).not.toBe(await colourOf(39));
  expect(await colourOf(130)).toBe(await colourOf(41));
});

test('an address beyond the last event shows now', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}?version=4000`);
  await expect(slider(page)).toHaveValue((await slider(page).getAttribute('max')) ?? '');
  await expect(banner(page)).toBeHidden();
});
