/** The host page without a framework. */
import '../../../../src/define.ts';
import { index, known, noteEvent, noteSubmission } from '../host-page.ts';

const form = document.querySelector('form');
const element = document.querySelector('citizen-id-form');
const drawings = document.querySelector('[data-testid="drawings"]');
if (!form || !element || !drawings) throw new Error('the page is not as it should be');

element.index = index;
element.initialIdentity = known();
element.addEventListener('citizen-id-resolved', noteEvent);
form.addEventListener('submit', noteSubmission);
document.querySelector('button[type=button]')?.addEventListener('click', () => {
  element.initialIdentity = known();
  drawings.textContent = String(Number(drawings.textContent) + 1);
});
