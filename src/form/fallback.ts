/**
 * For servers: what stands inside the tag before, or without, JavaScript. The same template the element draws, as a string,
 * so that the element takes it over as it is; the same as a partial of Nunjucks or Twig. Also the default look as text, for a
 * page to link: without JavaScript nobody adopts a sheet.
 */
export { defaultLook } from './looks/default-further.ts';
export { problemsByPath, renderPartial, type PartialOptions } from './partial.ts';
export { renderFallback, type FallbackOptions } from './render-html.ts';
