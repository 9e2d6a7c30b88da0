/** "New case for a caller": what staff of the contact centre fill in. The one service that may learn the customer ID at once. */
import type { CouncilService } from '../service.ts';

export const contactCentre: CouncilService = {
  id: 'contact-centre',
  path: '/staff/new-case',
  title: 'New case for a caller',
  introduction: 'Ask the caller for their details, find the customer, then note what the call is about.',
  privacyNotice:
    'Tell the caller: we use these details to deal with the call, and to find the records that we already hold about you.',
  questionsTitle: 'The call',
  questions: [
    {
      name: 'subject',
      label: 'What is the call about?',
      kind: 'paragraph',
      check: (answer) => (answer === '' ? 'Enter what the call is about' : undefined),
    },
  ],
  button: 'Open case',
  doneTitle: 'Case opened',
  doneText: 'Give the caller this case number.',
  casePrefix: 'CC',
};
