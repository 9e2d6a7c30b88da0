/**
 * Registers `<citizen-id-explanation>`, for pages that staff look at. Apart from `define`, so that no resident loads it. To load it twice
 * does nothing.
 */
import { CitizenIdExplanation } from './form/explanation/citizen-id-explanation.ts';

export { CitizenIdExplanation };

if (!customElements.get('citizen-id-explanation')) customElements.define('citizen-id-explanation', CitizenIdExplanation);
