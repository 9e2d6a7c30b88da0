/** The host page in Vue 3, its template compiled in the page. */
import { createApp, ref } from 'vue';
import '../../../../src/define.ts';
import { index, known, noteEvent, noteSubmission } from '../host-page.ts';

const app = createApp({
  setup: () => ({ drawings: ref(1), index, known, noteEvent, noteSubmission }),
  template: `
    <form @submit="noteSubmission">
      <p>Drawn <span data-testid="drawings">{{ drawings }}</span></p>
      <citizen-id-form :index="index" :initialIdentity="known()" @citizen-id-resolved="noteEvent"></citizen-id-form>
      <label>Permit <input name="permit" value="resident" /></label>
      <button type="button" @click="drawings += 1">Draw again</button>
      <button type="reset">Start again</button>
      <button>Continue</button>
    </form>
  `,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('citizen-id-');
app.mount('#host');
