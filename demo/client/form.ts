/** What every form's page loads: the element, and hardly anything of the page's own. Without it the same form posts just as well. */
import '../../src/define.ts';

// A form that came back: focus goes to the page's own summary of what is wrong, where the element shows none.
const summary = document.querySelector<HTMLElement>('.fault-summary');
if (summary && !document.querySelector('.cif-summary')) summary.focus();
