/** The host page in React 19, as the server and the browser draw it alike. */
import { createElement, useState, type ReactNode } from 'react';
import { CitizenIdForm } from '../../../../src/react/citizen-id-form.ts';
import { index, known, noteEvent, noteSubmission } from '../host-page.ts';

export function HostPage({ fallback }: { readonly fallback?: string }): ReactNode {
  const [drawings, setDrawings] = useState(1);
  return createElement(
    'form',
    { onSubmit: ({ nativeEvent }: { nativeEvent: Event }) => noteSubmission(nativeEvent) },
    createElement('p', null, 'Drawn ', createElement('span', { 'data-testid': 'drawings' }, drawings)),
    createElement(CitizenIdForm, { index, initialIdentity: known(), onResolved: noteEvent, fallback }),
    createElement('label', null, 'Permit ', createElement('input', { name: 'permit', defaultValue: 'resident' })),
    createElement('button', { type: 'button', onClick: () => setDrawings((count) => count + 1) }, 'Draw again'),
    createElement('button', { type: 'reset' }, 'Start again'),
    createElement('button', null, 'Continue'),
  );
}
