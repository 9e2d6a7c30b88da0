/** Templates as HTML, and what is drawn of it: the words change in place, and nothing that was typed, or put in by others, goes. */
import { html, nothing } from 'lit';
import { describe, expect, it } from 'vitest';
import { Drawing } from '../../src/form/drawing.ts';
import { markupOf } from '../../src/form/markup.ts';
import { the } from './page.ts';

describe('A template as HTML', () => {
  it.each([
    // Words are never markup.
    [html`<p>${'<b>&"\''}</p>`, '<p>&#60;b&#62;&#38;&#34;&#39;</p>'],
    // Nor do they end an attribute.
    [html`<p lang=${'" onclick="x'}></p>`, '<p lang="&#34; onclick=&#34;x"></p>'],
    [html`<p lang=${nothing} dir=${'ltr'}></p>`, '<p dir="ltr"></p>'],
    [html`<p lang=${''}></p>`, '<p lang=""></p>'],
    [html`<input ?checked=${true} name=${'a'} />`, '<input checked name="a" />'],
    [html`<input ?checked=${false} name=${'a'} />`, '<input name="a" />'],
    [html`<p>${nothing}${[html`<i>1</i>`, 'x', 2]}</p>`, '<p><i>1</i>x2</p>'],
    // As Lit has it.
    [html`<p lang=${undefined}>${undefined}</p>`, '<p lang=""></p>'],
    // A sign of equality in words.
    [html`<p title="a=">b =${'c'}</p>`, '<p title="a=">b =c</p>'],
  ])('is what a browser would make of it: %#', (template, markup) => {
    expect(markupOf(template)).toBe(markup);
  });
});

const question = (label: string, hint?: string) =>
  html`<div lang=${label}><label for="a">${label}</label>${hint ? html`<i>${hint}</i>` : nothing}<input id="a" /></div>`;

describe('Other words', () => {
  it('are put into the very nodes, around what was typed and what others have put in', () => {
    const drawing = new Drawing(question('Name', 'In full'));
    const input = the<HTMLInputElement>(drawing.root, 'input');
    const label = the(drawing.root, 'label');
    input.value = 'Ada';
    input.className = 'painted';
    drawing.root.prepend('an error');
    expect(drawing.reword(question('Enw', 'Yn llawn'))).toBe(true);
    expect(drawing.root.textContent).toBe('an errorEnwYn llawn');
    expect(drawing.root.getAttribute('lang')).toBe('Enw');
    expect([the(drawing.root, 'label'), the(drawing.root, 'input')]).toEqual([label, input]);
    expect([input.value, input.className]).toEqual(['Ada', 'painted']);
    expect(drawing.reword(question('Name', 'In full'))).toBe(true);
    expect(drawing.root.textContent).toBe('an errorNameIn full');
  });

  it('that take another element are not for it, and change nothing', () => {
    const drawing = new Drawing(question('Name'));
    expect(drawing.reword(question('Enw', 'Yn llawn'))).toBe(false);
    expect(drawing.root.textContent).toBe('Name');
  });
});
