/** The builder: choose what the form asks, see it, and copy its HTML. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, spyOn, userEvent, waitFor } from 'storybook/test';
import type { CitizenIdForm } from '../src/form/citizen-id-form.ts';
import { BuilderPage } from './builder/builder-page.ts';
import { drawn, the } from './driving.ts';

if (!customElements.get('builder-page')) customElements.define('builder-page', BuilderPage);

const meta: Meta = {
  title: 'Builder',
  parameters: { controls: { disable: true } },
  render: () => html`
    <main class="service-page builder" lang="en-GB">
      <h1>Build your form</h1>
      <builder-page></builder-page>
    </main>
  `,
};
export default meta;

type Story = StoryObj;

const tick = (canvas: ParentNode, field: string, name: 'asked' | 'required') =>
  userEvent.click(the(canvas, `[data-field="${field}"] [name="${name}"]`));

const choose = (canvas: ParentNode, what: string, value: string) =>
  userEvent.selectOptions(the<HTMLSelectElement>(canvas, `select[name="${what}"]`), value);

const htmlIn = (canvas: ParentNode): string => the<HTMLTextAreaElement>(canvas, 'textarea').value;

const warningsIn = (canvas: ParentNode): string[] =>
  [...canvas.querySelectorAll('.builder-warnings li')].map(({ textContent }) => textContent.trim());

/** The form on show, once it asks what is wanted. */
async function shown(canvas: HTMLElement, fields: string): Promise<CitizenIdForm> {
  const place = () => canvas.querySelector('.builder-preview > div')?.shadowRoot;
  await waitFor(() => expect(askedBy(place()?.querySelector('.cif-form'))).toBe(fields), { timeout: 15_000 });
  const root = place();
  if (!root) throw new Error('nothing is on show');
  return drawn(root);
}

const askedBy = (form: Element | null | undefined): string =>
  [...(form?.querySelectorAll<HTMLElement>('.cif-questions [data-field]') ?? [])]
    .map(({ dataset }) => dataset['field'])
    .join(' ');

const usualFields = 'name date-of-birth postal-address email-address telephone-number';

/** The comments of a template are nobody's business. */
const markupOf = (element: CitizenIdForm): string => the(element, '.cif-form').outerHTML.replace(/<!--.*?-->/g, '');

/** Everything by keyboard: a field is taken out, a look is chosen, and the HTML is copied. */
export const Builder: Story = {
  play: async ({ canvasElement }) => {
    await shown(canvasElement, usualFields);
    the(canvasElement, 'select[name="profile"]').focus();
    // Six more settings, then the fields: name with its other box and its place, previous and preferred name, then the date of birth.
    await userEvent.keyboard('{Tab}'.repeat(12));
    await expect(document.activeElement?.closest('tr')).toHaveAttribute('data-field', 'date-of-birth');
    await userEvent.keyboard(' ');
    await shown(canvasElement, usualFields.replace(' date-of-birth', ''));
    await expect(document.activeElement?.closest('tr')).toHaveAttribute('data-field', 'date-of-birth');
    await expect(warningsIn(canvasElement)[0]).toMatch(/\(8 of 9\).* Add date-of-birth\.$/);
    await userEvent.keyboard(' ');
    await shown(canvasElement, usualFields);
    await expect(warningsIn(canvasElement)).toEqual([]);
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    the(canvasElement, '.service-button').focus();
    await userEvent.keyboard('{Enter}');
    await expect(write).toHaveBeenCalledWith(htmlIn(canvasElement));
    await expect(htmlIn(canvasElement)).not.toContain(' fields=');
    write.mockRestore();
  },
};

/** An identifier has a place for its purpose, and is not asked without; quotes and brackets in the purpose stay what they are. */
export const Identifiers: Story = {
  play: async ({ canvasElement }) => {
    await shown(canvasElement, usualFields);
    await tick(canvasElement, 'nhs-number', 'asked');
    await expect(warningsIn(canvasElement)).toEqual(['nhs-number is not asked until you say what it is for.']);
    const why = 'To tell "you" from <others> & nobody else';
    await userEvent.click(the(canvasElement, '[name="purpose"]'));
    await userEvent.paste(why);
    const element = await shown(canvasElement, `${usualFields} nhs-number`);
    await expect(the(element, '[data-field="nhs-number"]')).toHaveTextContent(why);
    await expect(warningsIn(canvasElement)).toEqual([]);
  },
};

/** The contact first, the name in one box, addresses abroad, and a button that clears: what is copied says so, and the form is so. */
export const OrderAndShape: Story = {
  play: async ({ canvasElement }) => {
    await shown(canvasElement, usualFields);
    await userEvent.selectOptions(the<HTMLSelectElement>(canvasElement, '[data-field="email-address"] [name="place"]'), '1');
    await choose(canvasElement, 'name', 'full');
    for (const name of ['addressAbroad', 'clearButton']) await userEvent.click(the(canvasElement, `[name="${name}"]`));
    const element = await shown(canvasElement, `email-address ${usualFields.replace(' email-address', '')}`);
    await waitFor(() => expect(element.querySelector('.cif-clear button')).not.toBeNull(), { timeout: 15_000 });
    await expect([...element.inputs.keys()].slice(0, 2)).toEqual(['emailAddress', 'name.full']);
    await expect(htmlIn(canvasElement)).toMatch(/name-parts="full"\s+address-abroad\s+clear-button\n/);
  },
};

/** What is copied, pasted into a page: the same form as one that is told the same through its properties. */
export const CopiedHtml: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'profile', 'us-fl');
    await choose(canvasElement, 'language', 'es');
    await choose(canvasElement, 'look', 'uswds');
    for (const field of ['telephone-number', 'email-address']) await tick(canvasElement, field, 'asked');
    await tick(canvasElement, 'mailing-address', 'asked');
    await tick(canvasElement, 'postal-address', 'required');
    const fields = 'name date-of-birth postal-address mailing-address';
    const preview = await shown(canvasElement, fields);
    const told = document.createElement('citizen-id-form');
    Object.assign(told, { profile: 'us-fl', lang: 'es', appearance: 'uswds', fields, requiredFields: 'name date-of-birth' });
    await expect(markupOf(await inPageOfItsOwn(canvasElement, told))).toBe(markupOf(preview));
    const pasted = document.createElement('div');
    pasted.innerHTML = htmlIn(canvasElement);
    await expect(markupOf(await inPageOfItsOwn(canvasElement, pasted))).toBe(markupOf(preview));
  },
};

/** One form at a time: two with one name in one page would have the same ids. */
async function inPageOfItsOwn(canvas: HTMLElement, content: HTMLElement): Promise<CitizenIdForm> {
  const place = document.createElement('div');
  place.append(content);
  canvas.append(place);
  const element = await drawn(place);
  await element.updateComplete;
  place.remove();
  return element;
}
