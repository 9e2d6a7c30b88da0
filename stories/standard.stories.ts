/** The published standard: what each profile asks, by which rules and in which words, and what differs between editions. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { compareEditions } from '../src/standard/editions.ts';
import { offeredFields } from '../src/standard/offered-fields.ts';
import type { ProfileId } from '../src/standard/profiles/profile.ts';
import { editions, loadLocales, presentProfile, type Locale } from './standard-data.ts';
import { editionsPage, profilePage } from './standard-page.ts';

const meta: Meta = {
  title: 'The standard/Field by field',
  parameters: { controls: { disable: true } },
};
export default meta;

/** The words are loaded before the page is drawn. */
interface Loaded {
  readonly locales?: readonly Locale[];
}

const loaders = [async (): Promise<Loaded> => ({ locales: await loadLocales() })];

function draw(id: ProfileId): NonNullable<StoryObj['render']> {
  return (_args, { loaded }: { loaded: Loaded }) => profilePage(id, loaded.locales ?? []);
}

/** Every field that the profile offers, every code of it in every language, and nothing that scrolls the page sideways. */
function readThrough(id: ProfileId): NonNullable<StoryObj['play']> {
  return async ({ canvasElement }) => {
    const sections = [...canvasElement.querySelectorAll<HTMLElement>('.standard-field')];
    await expect(sections.map(({ dataset }) => dataset['field'])).toEqual([...offeredFields[id]]);
    const locales = await loadLocales();
    const rows = [...canvasElement.querySelectorAll<HTMLElement>('[data-code]')];
    const codes = Object.values(presentProfile(id).fields).flatMap(({ issues, warnings }) => [...issues, ...warnings]);
    await expect(new Set(rows.map(({ dataset }) => dataset['code']))).toEqual(new Set(codes));
    const wordless = rows.filter((row) => {
      const words = [...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim());
      return words.filter((text) => text !== '' && text !== row.dataset['code']).length !== locales.length;
    });
    await expect(wordless.map(({ dataset }) => dataset['code'])).toEqual([]);
    const ruleless = sections.filter((section) => section.querySelector('th[scope="rowgroup"]') === null);
    await expect(ruleless.map(({ dataset }) => dataset['field'])).toEqual([]);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  };
}

/** The United Kingdom. */
export const ProfileGb: StoryObj = { name: 'Profile gb', loaders, render: draw('gb'), play: readThrough('gb') };

/** The State of Florida. */
export const ProfileUsFl: StoryObj = { name: 'Profile us-fl', loaders, render: draw('us-fl'), play: readThrough('us-fl') };

/** The widest tables on the narrowest screen: each scrolls by itself. For axe it is the same page once more. */
export const OnASmallScreen: StoryObj = {
  ...ProfileUsFl,
  parameters: { a11y: { test: 'off' } },
  name: 'On a small screen',
  globals: { viewport: { value: 'mobile1', isRotated: false } },
};

/** What was added, removed and changed from each edition to the next. */
export const Editions: StoryObj = {
  render: () => editionsPage(editions),
  play: async ({ canvasElement }) => {
    const [previous, present] = editions.slice(-2);
    if (!previous || !present) throw new Error('there are no two editions');
    const told = compareEditions(previous, present).filter(({ part, change }) => part !== 'example' || change !== 'added');
    await expect(canvasElement.querySelectorAll('section:first-of-type tbody tr')).toHaveLength(told.length);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
};
