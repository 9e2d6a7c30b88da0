/**
 * The whole product, end to end: real pages in a real browser, against the real backends and the real Customer Index with its
 * full synthetic borough. One demo and one browser for all scenarios, as to start them is most of the time.
 */
import { describe } from 'vitest';
import { describeAccessibility } from './scenarios/accessibility.ts';
import { describeBadInput } from './scenarios/bad-input.ts';
import { describeConfirmation } from './scenarios/confirmation.ts';
import { describeKeyboard } from './scenarios/keyboard.ts';
import { describeMainJob } from './scenarios/main-job.ts';
import { describePeopleToTry } from './scenarios/people-to-try.ts';
import { describePrivacy } from './scenarios/privacy.ts';
import { describeWithoutIndex } from './scenarios/without-index.ts';
import { describeWithoutJavaScript } from './scenarios/without-javascript.ts';
import { useWorld } from './use-world.ts';

describe('the demo on the embedded database', () => {
  const world = useWorld(() => Promise.resolve({}));
  describeMainJob('PGlite', world);
  describeWithoutJavaScript(world);
  describeBadInput(world);
  describePrivacy(world);
  describeAccessibility(world);
  describeKeyboard(world);
  describeConfirmation(world);
  describeWithoutIndex(world);

  describePeopleToTry(world);
});
