/**
 * What the page settles for all its elements: each asks the nearest provider for every setting of contexts.ts, and hears when it
 * changes. What an element is told itself goes first. By itself: the consumers of @lit/context weigh 0.4 KB more.
 */
import type { ReactiveControllerHost } from '@lit/reactive-element';
import { contexts, settingNames, type SettingName, type Settings } from './contexts.ts';

/** What providers say, now and from now on; nothing of what they do not say. A change draws the element anew. */
export function consumeSettings(host: ReactiveControllerHost & HTMLElement): Settings {
  const values: Settings = {};
  const leaving = new Map<SettingName, (() => void) | undefined>();
  const ask = (name: SettingName): void => {
    const callback = (value: unknown, leave?: () => void): void => {
      // A provider that was defined late may take over from one farther away.
      if (leave !== leaving.get(name)) leaving.get(name)?.();
      leaving.set(name, leave);
      Object.assign(values, { [name]: value });
      host.requestUpdate();
    };
    const request = { context: contexts[name], contextTarget: host, callback, subscribe: true };
    host.dispatchEvent(Object.assign(new Event('context-request', { bubbles: true, composed: true }), request));
  };
  host.addController({
    hostConnected: () => settingNames.forEach(ask),
    hostDisconnected: () => {
      for (const leave of leaving.values()) leave?.();
      leaving.clear();
    },
  });
  return values;
}
