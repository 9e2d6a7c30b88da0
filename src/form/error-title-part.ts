/**
 * Owns "Error:" in front of the page's title while a form has problems on show, so that a screen reader and a list of tabs say so first.
 * Only with the attribute `error-title`: the title is the host's. A host that sets its title anew has it as it set it.
 */
import { text, type Messages } from '../standard/messages.ts';
import type { CitizenIdIssuesShownEvent } from './events.ts';
import type { Feature, FeatureHost, FeatureParts } from './features.ts';

/** The forms of a page that have problems on show, and what was put in front of the title. */
const faulty = new WeakMap<Document, { readonly hosts: Set<FeatureHost>; prefix: string }>();

export function createErrorTitlePart({ host }: FeatureParts): Feature {
  const { ownerDocument: page } = host;
  const state = faulty.get(page) ?? { hosts: new Set<FeatureHost>(), prefix: '' };
  faulty.set(page, state);
  let { words } = host;

  function write(): void {
    const prefix = state.hosts.size > 0 ? `${text(words, 'form/error-prefix')} ` : '';
    // A server that drew the problems has put it there already.
    const before = state.prefix === '' && page.title.startsWith(prefix) ? prefix : state.prefix;
    const title = before !== '' && page.title.startsWith(before) ? page.title.slice(before.length) : page.title;
    state.prefix = prefix;
    if (page.title !== prefix + title) page.title = prefix + title;
  }

  function note(isFaulty: boolean): void {
    if (isFaulty) state.hosts.add(host);
    else state.hosts.delete(host);
    write();
  }

  const onShown = ({ detail }: CitizenIdIssuesShownEvent): void => note(detail.count > 0);
  host.addEventListener('citizen-id-issues-shown', onShown);
  host.addController({ hostDisconnected: () => note(false) });
  // They may have been shown before this was fetched.
  if (host.root?.querySelector('.cif-error')) note(true);

  return {
    update(latest: Messages) {
      words = latest;
      write();
    },
    remove() {
      host.removeEventListener('citizen-id-issues-shown', onShown);
      note(false);
    },
  };
}
