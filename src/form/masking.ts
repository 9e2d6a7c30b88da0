/**
 * Keeps what is typed out of session replay: the markers by which the usual recorders leave an element alone, set on the
 * element by default. A host script can still read every input; only a frame of another origin would prevent that.
 */

/** rrweb and what is built on it, FullStory, PostHog, Sentry, New Relic, Mouseflow. */
const classes = ['rr-block', 'fs-exclude', 'ph-no-capture', 'sentry-block', 'nr-block', 'no-mouseflow'];

/** Hotjar, Microsoft Clarity, Datadog, LogRocket, Matomo. */
const attributes: readonly (readonly [string, string])[] = [
  ['data-hj-suppress', ''],
  ['data-clarity-mask', 'true'],
  ['data-dd-privacy', 'mask'],
  ['data-private', ''],
  ['data-matomo-mask', ''],
];

export function maskFromRecorders(element: Element): void {
  element.classList.add(...classes);
  for (const [name, value] of attributes) if (!element.hasAttribute(name)) element.setAttribute(name, value);
}
