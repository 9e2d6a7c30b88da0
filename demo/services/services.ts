/** The council's services, as data. */
import { contactCentre } from './contact-centre/service.ts';
import { missedBin } from './missed-bin/service.ts';
import { parkingPermit } from './parking-permit/service.ts';

export const publicServices = [parkingPermit, missedBin] as const;

/** What staff fill in for a caller. */
export const staffService = contactCentre;
