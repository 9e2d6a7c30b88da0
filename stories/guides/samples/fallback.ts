import { renderFallback } from '../../../src/form/fallback.ts';
import { loadMessages, profiles, type Entries, type Issue } from '../../../src/standard/index.ts';

const messages = await loadMessages('en-GB');

/** The form, empty or as it came back: what was typed, and what is wrong with it. Send it with `cache-control: no-store`. */
export function formPage(values: Entries = {}, issues: readonly Issue[] = []): string {
  return `
    <form action="/apply" method="post">
      <citizen-id-form service="your-service" index="https://index.example.org">
        ${renderFallback({ profile: profiles.gb, messages, values, issues })}
      </citizen-id-form>
      <button>Continue</button>
    </form>`;
}
