/** "Apply for a parking permit": the first of two plain services that share nothing but the council's looks and its index. */
import type { CouncilService } from '../service.ts';

const durations = ['6 months', '12 months'];

export const parkingPermit: CouncilService = {
  id: 'parking-permit',
  path: '/',
  title: 'Apply for a parking permit',
  introduction: 'Use this form to apply for a permit to park on the street where you live. It takes about 3 minutes.',
  privacyNotice:
    'We use these details to decide your application, and to find the records that we already hold about you. We keep them for 6 years.',
  questionsTitle: 'Your vehicle',
  questions: [
    {
      name: 'vehicle-registration',
      label: 'Vehicle registration number',
      hint: 'For example, AB12 CDE',
      kind: 'line',
      check: (answer) => {
        if (answer === '') return 'Enter the vehicle registration number';
        return /^[a-z0-9 ]{2,10}$/i.test(answer)
          ? undefined
          : 'Vehicle registration number must be letters and numbers, like AB12 CDE';
      },
    },
    {
      name: 'permit-duration',
      label: 'How long do you need the permit for?',
      kind: 'choice',
      options: durations,
      check: (answer) => (durations.includes(answer) ? undefined : 'Select how long you need the permit for'),
    },
  ],
  button: 'Send application',
  doneTitle: 'Application sent',
  doneText: 'We will look at your application within 5 working days.',
  casePrefix: 'PP',
};
