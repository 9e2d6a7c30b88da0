/**
 * A platform of this shape: pages of a form that a link sends on, by a script and without a submit event; fields have other ids at each
 * publication, and what is sent is one text of the platform's own questions.
 */
import recipe from '../../../../stories/guides/recipes/e-forms.html?raw';
import { paste, send } from '../custom-html.ts';

const questions = [...document.querySelectorAll<HTMLElement>('[data-question]')];
for (const question of questions) question.querySelector('input')?.setAttribute('id', `q${crypto.randomUUID()}`);

document.querySelector('.eforms-next')?.addEventListener('click', (event) => {
  event.preventDefault();
  const answers = questions.map((question): [string, string] => [
    question.dataset['question'] ?? '',
    question.querySelector('input')?.value ?? '',
  ]);
  send(Object.fromEntries(answers));
});
paste(recipe);
