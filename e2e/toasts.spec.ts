import { createDraft } from './invoices';
import { expect, test } from './people';
import { editDetails, undoButton } from './record';

test('point 29: a toast lasts ten seconds or more, stays under pointer and focus, is reached by keyboard, and goes once used', async ({
  as,
}) => {
  const page = await as('ana');
  await page.clock.install();
  await createDraft(page, { price: '10' });
  await editDetails(page, { Memo: 'one' });
  const told = page.getByText('Details changed');
  await expect(told).toBeVisible();

  await test.step('it lasts, and goes by itself', async () => {
    await page.clock.runFor(10_000);
    await expect(told).toBeVisible();
    await page.clock.runFor(10_000);
    await expect(told).toHaveCount(0);
  });

  await test.step('it waits under the pointer', async () => {
    await editDetails(page, { Memo: 'two' });
    await told.hover();
    await page.clock.runFor(40_000);
    await expect(told).toBeVisible();
    await page.mouse.move(5, 5);
    await page.clock.runFor(14_000);
    await expect(told).toHaveCount(0);
  });

  await test.step('the keyboard reaches it, it waits for the focus, and goes once it is used', async () => {
    await undoButton(page).click();
    const back = page.getByRole('button', { name: 'Put it back' });
    await expect(back).toBeVisible();
    await page.keyboard.press('Alt+T');
    const isThere = () => back.evaluate((element) => element === document.activeElement);
    for (let n = 0; n < 6 && !(await isThere()); n++) await page.keyboard.press('Tab');
    await expect(back).toBeFocused();
    await page.clock.runFor(40_000);
    await expect(back).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(back).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Document' })).toContainText('two');
  });
});
