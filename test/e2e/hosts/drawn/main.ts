/**
 * A platform of this shape: a framework draws its fields from a state of its own, which hears of changes by events; there is no form,
 * and its button sends the state.
 */
import { createElement as draw, useState, type ChangeEvent } from 'react';
import { createRoot } from 'react-dom/client';
import recipe from '../../../../stories/guides/recipes/drawn.html?raw';
import { paste, send } from '../custom-html.ts';

function PlatformPage() {
  const [state, setState] = useState<Readonly<Record<string, string>>>({ registration: '', reference: '' });
  const bind = (key: string) => ({
    value: state[key] ?? '',
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => setState((before) => ({ ...before, [key]: target.value })),
  });
  return draw(
    'div',
    null,
    draw('label', null, 'Vehicle registration', draw('input', bind('registration'))),
    draw('input', { id: 'citizen-reference', hidden: true, ...bind('reference') }),
    draw('button', { id: 'next', type: 'button', onClick: () => send(state) }, 'Send'),
  );
}

const place = document.querySelector('#page');
if (!place) throw new Error('the page is not as it should be');
createRoot(place).render(draw(PlatformPage));
paste(recipe);
