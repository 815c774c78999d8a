import { expect, type Locator, type Page } from '@playwright/test';

/** Fine to store: it must be shown as it was typed. */
export const awkward = `<img src=x onerror=alert(1)>"'{{7*7}}\${7*7}%00 \u202egnp.exe\u202c z\u200bw 👩‍👩‍👧 ẞı`;
/** Not to be stored, by nobody. */
const unstorable = {
  NUL: 'a\0b',
  'a lone surrogate': 'a\ud83d',
  'a megabyte': 'x'.repeat(1024 * 1024),
};
const absurd = [
  ['1e400', '275760-09-13'],
  ['9007199254740993', '1000-01-01'],
] as const;

type Kind = 'text' | 'number' | 'date' | 'email';

const tame: Record<Kind, string> = { text: 'Tame', number: '1', date: '2026-11-20', email: 'a@example.com' };

interface Putting {
  /** By the kind of field; a kind that is left out is left alone. */
  values: Partial<Record<Kind, string>>;
  /** Only into fields that say that something is wrong. */
  onlyInvalid?: boolean;
}

/**
 * Puts text into everything in a form that can be typed into, whatever it is called, as if it had been pasted: past
 * `maxLength`, which only holds typing back.
 *
 * @returns how many fields took text of the kind "text", and how many took anything
 */
function putEverywhere(form: Locator, putting: Putting): Promise<{ texts: number; all: number }> {
  return form.evaluate((container, json) => {
    const { values, onlyInvalid } = JSON.parse(json) as Putting;
    const kindOf = (field: Element): Kind => {
      if (!(field instanceof HTMLInputElement)) return 'text';
      if (field.type === 'date' || field.type === 'email') return field.type;
      return field.inputMode === 'decimal' || field.inputMode === 'numeric' ? 'number' : 'text';
    };
    const taken = { texts: 0, all: 0 };
    const fields = 'input:not([type=hidden], [type=checkbox], [type=radio], [type=range]), textarea';
    for (const field of container.querySelectorAll(fields)) {
      const kind = kindOf(field);
      const value = values[kind];
      if (value === undefined || (onlyInvalid && field.getAttribute('aria-invalid') !== 'true')) continue;
      taken.all++;
      if (kind === 'text') taken.texts++;
      const prototype = Object.getPrototypeOf(field) as object;
      // React listens to what changes the value by its own property, so the browser's is used.
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return taken;
    // As JSON, because half a character does not survive the way to the browser otherwise.
  }, JSON.stringify(putting));
}

/** Collects what must not happen on a page. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('dialog', (dialog) => {
    problems.push(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return problems;
}

/** Nothing sticks out at the side, on a screen and on a phone. */
export async function expectNothingSticksOut(page: Page): Promise<void> {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    // What follows the width by script does so a moment later.
    const excess = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(excess, { message: `${page.url()} at ${width} px` }).toBeLessThanOrEqual(0);
  }
}

interface Form {
  /** What holds the fields. */
  form: Locator;
  submit: Locator;
  /** Has the form been accepted? It is gone then, or empty. */
  isDone(): Promise<boolean>;
}

/** Sends the form and waits for what comes of it: true where it was taken, false where it says what is wrong. */
async function send({ form, submit, isDone }: Form): Promise<boolean> {
  let done = false;
  await submit.click();
  await expect
    .poll(
      async () => {
        done = await isDone();
        if (done) return true;
        if ((await form.locator('button[aria-busy=true]').count()) > 0) return false;
        return (await complaints(form)).length > 0;
      },
      { message: 'the form is taken, or says what is wrong', timeout: 20_000 },
    )
    .toBe(true);
  return done;
}

/** What the form says is wrong: at its fields, and above them. */
async function complaints(form: Locator): Promise<string[]> {
  const all = form.locator('[aria-invalid=true], [role=alert]:not(:empty)');
  return all.evaluateAll((elements) =>
    elements.map((element) => {
      const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
      const said = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return said || element.textContent || '';
    }),
  );
}

/**
 * Tries a form, without knowing it: what can't be stored is refused in words; awkward text is taken and nothing of it is
 * lost, or is refused in words as well. Leaves the form sent where that is possible.
 *
 * @returns whether awkward text was taken
 */
export async function tryForm(found: Form): Promise<boolean> {
  const { form } = found;
  const expectRefused = async (what: string) => {
    expect(await send(found), `${what} is not taken`).toBe(false);
    expectWords(await complaints(form));
  };
  for (const [what, text] of Object.entries(unstorable)) {
    if ((await putEverywhere(form, { values: { text } })).all > 0) await expectRefused(what);
  }
  await putEverywhere(form, { values: { text: tame.text, email: tame.email } });
  for (const [number, date] of absurd) {
    if ((await putEverywhere(form, { values: { number, date } })).all > 0)
      await expectRefused(`${number} or ${date}`);
  }
  return fillIn(found);
}

/** Fills the form in as a person would, the text awkward; where a field refuses that, with something tame. */
async function fillIn(found: Form): Promise<boolean> {
  const { texts } = await putEverywhere(found.form, { values: { ...tame, text: awkward } });
  if (await send(found)) return texts > 0;
  await putEverywhere(found.form, { values: tame, onlyInvalid: true });
  // What a form wants beyond that (a payment that is not more than is owed) is its own affair: it says so in words.
  if (!(await send(found))) expectWords(await complaints(found.form));
  return false;
}

function expectWords(said: readonly string[]): void {
  for (const words of said) expect(words).not.toMatch(/Invalid|^Error|undefined|\[object/);
  expect(said.join('')).not.toBe('');
}
