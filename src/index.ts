/**
 * What a page or a bundle imports: the element classes, their events, contexts and types. No side effects:
 * `citizen-id-form/define` registers the elements.
 */
export { CitizenIdForm } from './form/citizen-id-form.ts';
export { CitizenIdSettings } from './form/citizen-id-settings.ts';
export { addressFinderContext, indexContext, messagesContext, profileContext, serviceContext } from './form/contexts.ts';
export {
  CitizenIdChangedEvent,
  CitizenIdDeferredEvent,
  CitizenIdInvalidEvent,
  CitizenIdIssuesShownEvent,
  type DeferredDetail,
  type InvalidDetail,
  type IssuesShownDetail,
} from './form/events.ts';
export { CitizenIdResolvedEvent, type ResolvedDetail } from './form/resolved-event.ts';
export { CitizenIdClearedEvent } from './form/cleared-event.ts';
export { CitizenIdCandidateChosenEvent, type CandidateChosenDetail } from './form/assisted/candidate-event.ts';
export { CitizenIdStepEvent, type StepDetail } from './form/steps/step-event.ts';
export { setIndexFactory, type CreateIndex } from './form/index-factory.ts';
export { setAddressFinderFactory, type CreateAddressFinder } from './form/address-finder-factory.ts';
export type { AddressFinder, FindOptions, FoundAddress } from './protocol/address-finder.ts';
export type { CallOptions, Candidate, CustomerIndex } from './protocol/customer-index.ts';
export type { ErrorCode } from './protocol/error.ts';
export type { Resolution, ResolveRequest } from './protocol/resolution.ts';
export type { FieldName, Identity } from './standard/identity.ts';
export type { Issue } from './standard/issue.ts';
export type { Messages } from './standard/messages.ts';
