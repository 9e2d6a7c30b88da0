/** Our form, as a page loads it: the element, the default look, en-GB, profile gb, the http adapter. */
import '../../../src/define.ts';
