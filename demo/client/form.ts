/** What a resident's page loads: the element, and nothing of the page's own. Without it the same form posts just as well. */
import '../../src/define.ts';
import { focusFaultSummary } from './fault-summary.ts';

focusFaultSummary();
