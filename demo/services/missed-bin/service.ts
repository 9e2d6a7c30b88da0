/** "Report a missed bin collection": the second plain service. */
import type { CouncilService } from '../service.ts';

const bins = ['General waste', 'Recycling', 'Food waste', 'Garden waste'];

export const missedBin: CouncilService = {
  id: 'missed-bin',
  path: '/missed-bin',
  title: 'Report a missed bin collection',
  introduction: 'Tell us if your bin was out by 6am and we did not empty it. It takes about 2 minutes.',
  privacyNotice:
    'We use these details to put the missed collection right, and to find the records that we already hold about you.',
  questionsTitle: 'Your bin',
  questions: [
    {
      name: 'bin',
      label: 'Which bin was missed?',
      kind: 'choice',
      options: bins,
      check: (answer) => (bins.includes(answer) ? undefined : 'Select which bin was missed'),
    },
    {
      name: 'where',
      label: 'Where is the bin? (optional)',
      hint: 'For example, behind the side gate',
      kind: 'line',
      check: () => undefined,
    },
  ],
  button: 'Send report',
  doneTitle: 'Report sent',
  doneText: 'We will come back for your bin within 2 working days. Please leave it out.',
  casePrefix: 'MB',
};
