/**
 * What the staff page loads beside the element, which finds the customers that a caller may be: a place beside the form where the one stands
 * whom staff have chosen.
 */
import type { CitizenIdForm } from '../../src/index.ts';

function setUp(): void {
  const form = document.querySelector<CitizenIdForm>('citizen-id-form');
  const panel = document.getElementById('customer-panel');
  if (!form || !panel) return;
  panel.hidden = false;
  form.addEventListener('citizen-id-candidate-chosen', ({ detail: { customerId } }) =>
    show(customerId === undefined ? 'A new customer' : 'The caller is', customerId),
  );
  // Gone as soon as an answer is changed: it was about other answers.
  form.addEventListener('citizen-id-changed', () => show('Nobody chosen yet'));
}

function show(sentence: string, customerId = ''): void {
  // Chosen on the page before this one; from here on the element says it.
  document.getElementById('customer-kept')?.remove();
  for (const [id, words] of Object.entries({ 'customer-status': sentence, 'customer-id': customerId })) {
    const place = document.getElementById(id);
    if (place) place.textContent = words;
  }
}

setUp();
