import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { banner, openMenu, slider } from './record';

const { lastPayment } = stories;

test('manager: Mia drags the slider to before the last payment, shares that moment, and returns to now', async ({
  as,
  baseURL,
}) => {
  const mia = await as('mia', `/invoices/${lastPayment.id}`);
  const document = mia.getByRole('region', { name: 'Document' });
  await expect(document.getByText('Balance due')).toBeVisible();
  await expect(document).toContainText('€0.00');
  const newest = Number(await slider(mia).getAttribute('max'));

  await test.step('she drags the slider', async () => {
    const box = await slider(mia).boundingBox();
    if (!box) throw new Error('The slider is not in the page.');
    // The thumb is 24 px wide: its centre runs from 12 px to 12 px before the end.
    const x = (version: number) => box.x + 12 + ((version - 1) / (newest - 1)) * (box.width - 24);
    const y = box.y + box.height / 2;
    await mia.mouse.move(x(newest), y);
    await mia.mouse.down();
    await mia.mouse.move(x(newest - 3), y, { steps: 5 });
    await mia.mouse.move(x(lastPayment.paymentVersion - 1), y, { steps: 5 });
    await mia.mouse.up();
    await expect(slider(mia)).toHaveValue(String(lastPayment.paymentVersion - 1));
  });

  await test.step('she reads the document of that day', async () => {
    await expect(banner(mia)).toContainText(`after event ${lastPayment.paymentVersion - 1} of ${newest}`);
    await expect(document).not.toContainText('Balance due€0.00');
    await expect(mia).toHaveURL(new RegExp(`version=${lastPayment.paymentVersion - 1}`));
  });

  await test.step('nothing can be changed there', async () => {
    await expect(mia.getByRole('button', { name: /^Undo/ }).filter({ visible: true })).toBeDisabled();
    const menu = await openMenu(mia, lastPayment.paymentVersion);
    await expect(menu).toContainText('You are looking at the past.');
    await menu.getByRole('menuitem', { name: 'Copy link to this moment' }).waitFor();
    await mia.keyboard.press('Escape');
  });

  await test.step('she copies the link and Bob opens it elsewhere', async () => {
    const menu = await openMenu(mia, lastPayment.paymentVersion - 1);
    await menu.getByRole('menuitem', { name: 'Copy link to this moment' }).click();
    const link = await mia.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).origin).toBe(new URL(baseURL ?? '').origin);
    const bob = await as('bob', link);
    await expect(banner(bob)).toContainText(`after event ${lastPayment.paymentVersion - 1} of ${newest}`);
    await expect(bob.getByRole('region', { name: 'Document' })).toHaveText(
      (await document.textContent()) ?? '',
    );
  });

  await test.step('she returns to now', async () => {
    await mia.getByRole('button', { name: 'Return to now' }).click();
    await expect(banner(mia)).toBeHidden();
    await expect(mia).not.toHaveURL(/version=/);
    await expect(document).toContainText('€0.00');
    await mia.goBack();
    await expect(banner(mia)).toBeVisible();
  });
});
