/**
 * What the staff page loads beside the element: a button that finds the customer before the case is opened, and a place beside the
 * form where the customer ID stands the moment the index tells it.
 */
import './form.ts';
import type { Resolution } from '../../src/protocol/resolution.ts';

const grades: Readonly<Record<string, string>> = {
  certain: 'Certain',
  probable: 'Probable',
  possible: 'Possible',
  'certainly-not': 'No match: a new customer',
};

function setUp(): void {
  const form = document.querySelector('citizen-id-form');
  const panel = document.getElementById('customer-panel');
  const button = document.getElementById('find-customer');
  if (!form || !panel || !button) return;
  panel.hidden = false;
  button.addEventListener('click', () => {
    if (form.reportValidity()) void form.resolve();
  });
  form.addEventListener('citizen-id-resolved', (event) => showCustomer(event.detail.resolution));
  form.addEventListener('citizen-id-changed', () => showCustomer(undefined));
  form.addEventListener('citizen-id-deferred', () =>
    say('The Customer Index could not be reached. You can still open the case.'),
  );
}

/** Stands there only while it is true: gone as soon as an answer is changed. */
function showCustomer(resolution: Resolution | undefined): void {
  const place = document.getElementById('customer-found');
  const template = document.getElementById('customer-template');
  if (!place || !(template instanceof HTMLTemplateElement)) return;
  say('');
  place.replaceChildren();
  if (resolution?.customerId === undefined) return;
  const shown = document.importNode(template.content, true);
  fill(shown, 'disclosed-customer-id', resolution.customerId);
  fill(shown, 'disclosed-grade', grades[resolution.grade ?? ''] ?? '');
  place.append(shown);
}

function fill(fragment: DocumentFragment, testId: string, words: string): void {
  const place = fragment.querySelector(`[data-testid="${testId}"]`);
  if (place) place.textContent = words;
}

function say(sentence: string): void {
  const status = document.getElementById('customer-status');
  if (status) status.textContent = sentence;
}

setUp();
