/**
 * What all the world's numbering plans say of a number: 145 KB of metadata. For servers; and for a browser only once
 * somebody gives a number from far away (telephone-rules.ts).
 */
import everyPlan from 'libphonenumber-js/max/metadata';
import { createTelephoneRules } from './telephone-library.ts';

/** Judges by every plan, so that no number is `unknown`: a calling code that is not here does not exist. */
export const judgeByEveryPlan = createTelephoneRules(everyPlan, () => true);
