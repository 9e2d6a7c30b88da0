'use client';
/**
 * `<CitizenIdForm>` for React 19: the same element with typed props, which survives hydration. It registers nothing: import
 * `citizen-id-form/define` where the page's scripts run. React sets plain properties by itself; this is here because of three
 * things that it does not do: leave alone what the server drew inside the tag, hand objects to an element that is not
 * registered yet (it would write `[object Object]` into an attribute), and listen to an element that it hydrates (React 19.3
 * adds listeners for custom events only to elements that it makes itself).
 */
import {
  createElement,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import type { CitizenIdForm as CitizenIdFormElement } from '../form/citizen-id-form.ts';

/** Attributes of the element, in React's spelling. Each means what the element's own property says. */
const attributeNames = {
  name: 'name',
  service: 'service',
  profile: 'profile',
  fields: 'fields',
  requiredFields: 'required-fields',
  nameParts: 'name-parts',
  addressAbroad: 'address-abroad',
  appearance: 'appearance',
  layout: 'layout',
  stepHistory: 'step-history',
  clearButton: 'clear-button',
  errorTitle: 'error-title',
  titleSize: 'title-size',
  actingFor: 'acting-for',
  mode: 'mode',
  whyWeAsk: 'why-we-ask',
  pageHeading: 'page-heading',
  css: 'css',
  resolve: 'resolve',
  errorSummary: 'error-summary',
  bindTo: 'bind-to',
  noRestore: 'no-restore',
  disabled: 'disabled',
  readonly: 'readonly',
  form: 'form',
  lang: 'lang',
  id: 'id',
  className: 'class',
} as const;

/** What an attribute cannot hold. */
const propertyNames = ['initialIdentity', 'messages', 'purposes', 'addressFinder'] as const;

type Handler<Type extends keyof HTMLElementEventMap> = ((event: HTMLElementEventMap[Type]) => void) | undefined;

type AttributeName = keyof typeof attributeNames;
type SwitchName = 'addressAbroad' | 'clearButton' | 'errorTitle' | 'pageHeading' | 'noRestore' | 'disabled' | 'readonly';

export type CitizenIdFormProps = { readonly [Name in Exclude<AttributeName, SwitchName>]?: string | undefined } & {
  readonly [Name in SwitchName]?: boolean | undefined;
} & {
  readonly [Name in (typeof propertyNames)[number]]?: CitizenIdFormElement[Name] | undefined;
} & {
  /** URL of the Customer Index, or any `CustomerIndex`. */
  readonly index?: string | CitizenIdFormElement['index'];
  /**
   * HTML of `renderFallback` (`citizen-id-form/fallback`), from the server: the element takes it over as it stands. Counts
   * once, at first; a later one is ignored, because the inputs are the resident's by then. Not together with `children`.
   */
  readonly fallback?: string | undefined;
  /** The host's own words, marked as the element's documentation says. */
  readonly children?: ReactNode;
  readonly ref?: Ref<CitizenIdFormElement> | undefined;
  readonly onChanged?: Handler<'citizen-id-changed'>;
  readonly onInvalid?: Handler<'citizen-id-invalid'>;
  readonly onIssuesShown?: Handler<'citizen-id-issues-shown'>;
  readonly onResolved?: Handler<'citizen-id-resolved'>;
  readonly onDeferred?: Handler<'citizen-id-deferred'>;
};

/** The element. Renders on a server too: the tag, its attributes and the fallback. */
export function CitizenIdForm(props: CitizenIdFormProps): ReactNode {
  const { index, ref, children } = props;
  const element = useRef<CitizenIdFormElement>(null);
  const [fallback] = useState(props.fallback);
  useImperativeHandle<CitizenIdFormElement | null, CitizenIdFormElement | null>(ref, () => element.current, []);
  useLayoutEffect(() => {
    for (const name of propertyNames) assign(element.current, name, props[name]);
    if (typeof index !== 'string') assign(element.current, 'index', index);
  });
  useHandlers(element, props);
  return createElement('citizen-id-form', {
    ...attributesOf(props),
    ...(typeof index === 'string' ? { index } : {}),
    ref: element,
    // By now the element may have drawn over it, and may be typed into: that is no mistake to repair.
    suppressHydrationWarning: true,
    ...(fallback === undefined ? { children } : { dangerouslySetInnerHTML: { __html: fallback } }),
  });
}

/** Listens from first to last, and calls the handlers of the last drawing. */
function useHandlers(element: RefObject<CitizenIdFormElement | null>, props: CitizenIdFormProps): void {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    const listening = new AbortController();
    const listen = <Type extends keyof HTMLElementEventMap>(type: Type, handler: () => Handler<Type>) =>
      element.current?.addEventListener(type, (event) => handler()?.(event), listening);
    listen('citizen-id-changed', () => latest.current.onChanged);
    listen('citizen-id-invalid', () => latest.current.onInvalid);
    listen('citizen-id-issues-shown', () => latest.current.onIssuesShown);
    listen('citizen-id-resolved', () => latest.current.onResolved);
    listen('citizen-id-deferred', () => latest.current.onDeferred);
    return () => listening.abort();
  }, [element]);
}

function attributesOf(props: CitizenIdFormProps): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    (Object.keys(attributeNames) as AttributeName[]).flatMap((name) => {
      const value = props[name];
      return value === undefined || value === false ? [] : [[attributeNames[name], value] as const];
    }),
  );
}

/** Only what was ever given: a property that the page's settings provide is not wiped by a prop that is not there. */
function assign<Name extends 'index' | (typeof propertyNames)[number]>(
  element: CitizenIdFormElement | null,
  name: Name,
  value: CitizenIdFormElement[Name] | undefined,
): void {
  if (!element || element[name] === value) return;
  if (value !== undefined || element[name] !== undefined) Object.assign(element, { [name]: value });
}
