/** A platform of this shape: a form with a submit button, whose script sends the fields that it has made itself, and no others. */
import recipe from '../../../../stories/guides/recipes/plug-in.html?raw';
import { paste, send } from '../custom-html.ts';

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('.plugin-field')];
  send(Object.fromEntries(fields.map(({ dataset, value }) => [dataset['key'] ?? '', value])));
});
paste(recipe);
