/** Pasting a whole date into the first box of the date of birth. */
import { describe, expect, it } from 'vitest';
import type { CitizenIdForm } from '../../src/form/citizen-id-form.ts';
import { splitDate } from '../../src/form/paste-date.ts';
import { fill, hasRealInput, inputOf, openPage, until } from './page.ts';

const british = ['day', 'month', 'year'] as const;
const american = ['month', 'day', 'year'] as const;

describe('splitDate', () => {
  it.each([
    { pasted: '27/3/1985', order: british, parts: ['27', '3', '1985'] },
    { pasted: ' 27.03.1985\n', order: british, parts: ['27', '03', '1985'] },
    { pasted: '27 March 1985', order: british, parts: ['27', 'March', '1985'] },
    { pasted: '27th March 1985', order: british, parts: ['27th', 'March', '1985'] },
    // The month first, in letters: no doubt whichever order the profile has.
    { pasted: 'March 27, 1985', order: british, parts: ['27', 'March', '1985'] },
    { pasted: '27 de marzo de 1985', order: american, parts: ['27', 'marzo', '1985'] },
    { pasted: '3/27/1985', order: american, parts: ['27', '3', '1985'] },
    { pasted: '1985-03-27', order: american, parts: ['27', '03', '1985'] },
    // Short years are spread too: the box says what is wrong.
    { pasted: '27/3/85', order: british, parts: ['27', '3', '85'] },
  ])('reads $pasted', ({ pasted, order, parts: [day, month, year] }) => {
    expect(splitDate(pasted, order)).toEqual({ day, month, year });
  });

  it.each(['27', '27/3', '27031985', 'born 27 March 1985', 'Ada Quill Smith', '1/2/3/4', '', '27 1985 March'])(
    'leaves %j alone',
    (pasted) => {
      expect(splitDate(pasted, british)).toBe(undefined);
    },
  );
});

/** Whether the element took the pasted text over. */
async function paste(element: CitizenIdForm, entry: string, text: string): Promise<boolean> {
  const input = inputOf(element, entry);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  input.focus();
  // What is fetched on the first focus.
  await import('../../src/form/while-typing.ts');
  await new Promise((resolve) => setTimeout(resolve, 50));
  return !input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

const boxes = (element: CitizenIdForm) => british.map((part) => inputOf(element, `dateOfBirth.${part}`).value);

describe('A whole date', () => {
  // Driven as it is here, Firefox gives the frame of the tests neither focus nor a clipboard that a script filled.
  it.skipIf(!hasRealInput)('pasted into the first box is spread over the three, and focus stays', async () => {
    const { element } = await openPage();
    expect(await paste(element, 'dateOfBirth.day', '27 March 1985')).toBe(true);
    expect(boxes(element)).toEqual(['27', 'March', '1985']);
    expect(document.activeElement).toBe(inputOf(element, 'dateOfBirth.day'));
  });

  it.skipIf(!hasRealInput)('fills the list of months where there is one', async () => {
    const { element } = await openPage({ attributes: { profile: 'us-fl' } });
    expect(await paste(element, 'dateOfBirth.day', 'March 27, 1985')).toBe(true);
    await until('the answers', () => boxes(element).join() === '27,3,1985');
  });

  it('is pasted as it is where something was typed already, and into any other box', async () => {
    const { element } = await openPage();
    expect(await paste(element, 'dateOfBirth.year', '27 March 1985')).toBe(false);
    await fill(element, { 'dateOfBirth.year': '1990' });
    expect(await paste(element, 'dateOfBirth.day', '27 March 1985')).toBe(false);
    expect(boxes(element)).toEqual(['', '', '1990']);
  });
});
